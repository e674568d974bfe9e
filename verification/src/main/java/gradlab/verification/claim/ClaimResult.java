package gradlab.verification.claim;

import java.util.List;
import java.util.Optional;

/**
 * A claim with its evidence and what follows from it.
 *
 * @param claim the claim
 * @param verdict the verdict
 * @param reason why, in one sentence
 * @param statistical whether the verdict rests on a confidence interval
 * @param evidence what was computed, in the order in which it was
 */
public record ClaimResult(Claim claim, Verdict verdict, String reason, boolean statistical, List<Evidence> evidence) {

    /** Copies the evidence. */
    public ClaimResult {
        evidence = List.copyOf(evidence);
    }

    /** The cases of the search, or the runs, or the parts of the certificate. */
    public CaseCounts counts() {
        return evidence.stream()
                .filter(Evidence.Search.class::isInstance)
                .map(e -> ((Evidence.Search) e).counts())
                .findFirst()
                .orElseGet(this::countsWithoutSearch);
    }

    private CaseCounts countsWithoutSearch() {
        for (Evidence item : evidence) {
            if (item instanceof Evidence.Certificate certificate) {
                return new CaseCounts(certificate.parts(), 0, 0, 0);
            }
            if (item instanceof Evidence.Expectation expectation && expectation.isSampled()) {
                boolean open = expectation.standing() == Evidence.Standing.OPEN;
                int decided = open ? 0 : expectation.cases();
                return new CaseCounts(decided, expectation.cases() - decided, 0, 0);
            }
            if (item instanceof Evidence.Training training && training.decides()) {
                return counts(training);
            }
        }
        return witness().isPresent() ? new CaseCounts(1, 0, 0, 0) : CaseCounts.NONE;
    }

    private static CaseCounts counts(Evidence.Training training) {
        return new CaseCounts(
                training.with(Trial.Outcome.SATISFIES).size()
                        + training.with(Trial.Outcome.VIOLATES).size(),
                training.with(Trial.Outcome.UNDECIDED).size(),
                training.with(Trial.Outcome.UNDEFINED).size(),
                training.with(Trial.Outcome.DISCARDED).size());
    }

    /** The search, if there was one. */
    public Optional<Evidence.Search> search() {
        return evidence.stream()
                .filter(Evidence.Search.class::isInstance)
                .map(Evidence.Search.class::cast)
                .findFirst();
    }

    /** The confirmed case, if there is one. */
    public Optional<Evidence.Witness> witness() {
        return evidence.stream()
                .filter(Evidence.Witness.class::isInstance)
                .map(Evidence.Witness.class::cast)
                .findFirst();
    }
}
