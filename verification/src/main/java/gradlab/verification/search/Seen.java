package gradlab.verification.search;

import gradlab.verification.claim.Case;
import gradlab.verification.domain.Judgement;
import gradlab.verification.domain.Margin;
import gradlab.verification.domain.Outcome;
import java.util.OptionalDouble;

/**
 * A case, what it came to, and how far it was from violation where that is decided and means something.
 *
 * @param margin in binary64; of a satisfied case never below 0, since what is established leaves only rounding there
 */
record Seen(Case values, Outcome outcome, OptionalDouble margin) {

    static Seen of(Case values, Judgement judgement, Margin margins) {
        Outcome outcome = judgement.of(values);
        if (!outcome.isDecided()) {
            return new Seen(values, outcome, OptionalDouble.empty());
        }
        OptionalDouble margin = margins.of(values);
        boolean noise = outcome == Outcome.SATISFIED && margin.isPresent() && margin.getAsDouble() < 0;
        return new Seen(values, outcome, noise ? OptionalDouble.of(0) : margin);
    }
}
