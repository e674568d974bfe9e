package gradlab.verification.settlement;

import gradlab.verification.certificate.Box;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Evidence.Recheck;
import java.util.List;

/** Puts cases and boxes before the independent checker. */
final class IndependentCheck {

    private IndependentCheck() {}

    /** Whether the checker, too, finds that the claim holds in a case, or does not. */
    static Recheck ofCase(Claim claim, Case values, boolean satisfies) {
        return Recheck.UNDECIDED;
    }

    /** Whether the checker, too, finds that the claim holds, or does not, all over each of some boxes. */
    static Recheck ofBoxes(Claim claim, List<Box> boxes, boolean satisfies) {
        return Recheck.UNDECIDED;
    }
}
