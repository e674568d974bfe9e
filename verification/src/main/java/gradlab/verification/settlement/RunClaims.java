package gradlab.verification.settlement;

import gradlab.analysis.expression.CanonicalForm;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.source.SourceException;
import gradlab.verification.certificate.FiniteDomain;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Evidence;
import gradlab.verification.claim.Named;
import gradlab.verification.claim.Quantifier;
import gradlab.verification.domain.DomainReader;
import gradlab.verification.domain.Judgement;
import gradlab.verification.domain.Outcome;
import gradlab.verification.experiment.ExperimentRuns;
import gradlab.verification.experiment.TrackedRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Claims about training runs: over the seeds of one variable, each run is made and the statement judged of what it
 * recorded. An existence claim ends at the first run that satisfies it, a universal one at the first that violates it.
 */
final class RunClaims {

    private static final int MOST_RUNS = 200;

    private final ExperimentRuns runs;
    private final Listener listener;

    RunClaims(ExperimentRuns runs, Listener listener) {
        this.runs = runs;
        this.listener = listener;
    }

    static boolean isAboutRuns(Claim claim) {
        Stream<Expression> named = Stream.concat(claim.constants().stream(), claim.definitions().stream())
                .map(Named::expression);
        Stream<Expression> statements = Stream.concat(claim.hypotheses().stream(), Stream.of(claim.statement()));
        return Stream.concat(named, statements).anyMatch(e -> CanonicalForm.mentions(e, "run"));
    }

    List<Evidence> of(Claim claim) {
        List<Case> cases = cases(claim);
        boolean exists = claim.quantifier() == Quantifier.EXISTS;
        TrackedRuns tracked = new TrackedRuns(runs);
        Judgement judgement = new Judgement(claim, tracked);
        List<Long> seen = new ArrayList<>();
        List<Long> supporting = new ArrayList<>();
        List<Long> contradicting = new ArrayList<>();
        List<Evidence> evidence = new ArrayList<>();
        for (Case values : cases) {
            listener.progress(seen.size(), cases.size());
            Outcome outcome = judgement.of(values);
            long seed = seed(values);
            seen.add(seed);
            if (outcome == Outcome.SATISFIED) {
                supporting.add(seed);
            } else if (outcome == Outcome.VIOLATED) {
                contradicting.add(seed);
            }
            if (outcome == (exists ? Outcome.SATISFIED : Outcome.VIOLATED)) {
                break;
            }
        }
        evidence.add(new Evidence.Training(
                claim.support()
                        .experiment()
                        .orElse(String.join(", ", tracked.digests().keySet())),
                true,
                seen,
                supporting,
                contradicting,
                Map.of(),
                tracked.digests()));
        if (!exists && !contradicting.isEmpty()) {
            Case values = cases.get(seen.size() - 1);
            evidence.add(new Evidence.Witness(values, false, "the run with these seeds", Evidence.Recheck.UNDECIDED));
        }
        return evidence;
    }

    private static long seed(Case values) {
        return values.values().values().stream()
                .filter(CaseValue.OfNumber.class::isInstance)
                .map(value -> ((CaseValue.OfNumber) value).value().longValue())
                .findFirst()
                .orElse(0L);
    }

    private static List<Case> cases(Claim claim) {
        List<Case> cases = List.of(Case.EMPTY);
        for (Named variable : claim.variables()) {
            List<Case> longer = new ArrayList<>();
            for (Case before : cases) {
                FiniteDomain.values(new DomainReader(claim, before).read(variable.expression()))
                        .orElseThrow(() -> tooMany(claim, variable))
                        .forEach(value -> longer.add(before.with(variable.name(), value)));
            }
            if (longer.size() > MOST_RUNS) {
                throw tooMany(claim, variable);
            }
            cases = longer;
        }
        return cases;
    }

    private static SourceException tooMany(Claim claim, Named variable) {
        return SourceException.at(
                claim.file(),
                variable.expression().position(),
                "a domain with many values in a claim about runs",
                "at most " + MOST_RUNS + " cases in all, such as integer(1, 20)");
    }
}
