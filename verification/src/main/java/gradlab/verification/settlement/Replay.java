package gradlab.verification.settlement;

import gradlab.analysis.expression.RunSource;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Evidence.Recheck;
import gradlab.verification.claim.Named;
import gradlab.verification.claim.Quantifier;
import gradlab.verification.domain.DomainReader;
import gradlab.verification.domain.Judgement;
import gradlab.verification.domain.Membership;
import gradlab.verification.domain.Outcome;
import java.util.List;

/**
 * A stored case judged once more: whether it has the claim's variables, lies in their domains exactly, meets the
 * hypotheses and settles the claim.
 *
 * @param fits whether the case has exactly the claim's variables
 * @param confirmed whether the case settles the claim
 * @param reason what was found, in words
 */
public record Replay(boolean fits, boolean confirmed, String reason) {

    /** Judges a case of a claim. */
    public static Replay of(Claim claim, Case values, RunSource runs) {
        List<String> names = claim.variables().stream().map(Named::name).toList();
        if (!values.values().keySet().equals(java.util.Set.copyOf(names))) {
            return new Replay(false, false, "values for " + values.values().keySet() + " where the claim has " + names);
        }
        Case ordered = Case.EMPTY;
        for (Named variable : claim.variables()) {
            CaseValue value = java.util.Objects.requireNonNull(values.values().get(variable.name()));
            if (!Membership.contains(new DomainReader(claim, ordered).read(variable.expression()), value)) {
                return new Replay(true, false, variable.name() + " is outside its domain");
            }
            ordered = ordered.with(variable.name(), value);
        }
        return judged(claim, ordered, runs);
    }

    private static Replay judged(Claim claim, Case values, RunSource runs) {
        boolean exists = claim.quantifier() == Quantifier.EXISTS;
        Outcome outcome = new Judgement(claim, runs).of(values);
        boolean decisive = outcome == (exists ? Outcome.SATISFIED : Outcome.VIOLATED);
        boolean contradicted = !RunClaims.isAboutRuns(claim)
                && decisive
                && IndependentCheck.ofCase(claim, values, exists) == Recheck.CONTRADICTED;
        String words = switch (outcome) {
            case SATISFIED -> "the case meets every hypothesis and satisfies the claim";
            case VIOLATED -> "the case meets every hypothesis and violates the claim";
            case UNDECIDED -> "neither interval nor exact arithmetic settles the case";
            case UNDEFINED -> "the claim is undefined in this case";
            case DISCARDED -> "the case violates a hypothesis";
        };
        return new Replay(
                true,
                decisive && !contradicted,
                contradicted ? words + ", but the independent checker disagrees" : words);
    }
}
