package gradlab.verification.expectation;

import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.interval.Interval;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The means of a statement in one case where exact moments give all of them: what a settled claim shows. */
public final class ExactMeans {

    private ExactMeans() {}

    /** Them as evidence of a known standing; empty if one is not known, or is no number. */
    public static Optional<Evidence.Expectation> of(
            Claim claim, Case values, Evidence.Standing standing, int cases, boolean all) {
        try {
            List<Evidence.Mean> means = new ArrayList<>();
            for (Term term : Terms.of(claim, values)) {
                Optional<Interval> known = ExactTerm.of(claim, values, term);
                if (known.isEmpty()) {
                    return Optional.empty();
                }
                means.add(Evidence.Mean.exact(term.text(), known.get()));
            }
            return Optional.of(new Evidence.Expectation(
                    standing,
                    cases,
                    all,
                    values,
                    means,
                    claim.support().tolerance().doubleValue()));
        } catch (NoValueException e) {
            return Optional.empty();
        }
    }
}
