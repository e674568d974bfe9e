package gradlab.verification.settlement;

import gradlab.verification.certificate.Bisection;
import gradlab.verification.certificate.Box;
import gradlab.verification.certificate.SymbolicCover;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Evidence.Recheck;
import gradlab.verification.recheck.CaseCheck;
import gradlab.verification.recheck.CaseChecker;
import gradlab.verification.recheck.CoverChecker;
import gradlab.verification.recheck.RecheckException;
import java.util.List;
import java.util.stream.Stream;

/** Puts cases, boxes and covers before the independent checker. */
final class IndependentCheck {

    /** How often a box is halved that is too large for the checker, whose bounds are others. */
    private static final int MOST_HALVINGS = 5;

    private IndependentCheck() {}

    private static Recheck ofBox(Claim claim, Box box, boolean satisfies, int halvings) {
        Recheck whole = of(CheckerText.of(claim, box), satisfies, true);
        if (whole != Recheck.UNDECIDED || halvings == 0) {
            return whole;
        }
        List<Box> halves = Bisection.ofWidest(box);
        Recheck answer = halves.isEmpty() ? whole : Recheck.ACCEPTED;
        for (int k = 0; k < halves.size() && answer == Recheck.ACCEPTED; k++) {
            answer = ofBox(claim, halves.get(k), satisfies, halvings - 1);
        }
        return answer;
    }

    /** Whether the checker, too, finds that the claim holds in a case, or that it does not. */
    static Recheck ofCase(Claim claim, Case values, boolean satisfies) {
        return of(CheckerText.of(claim, values), satisfies, false);
    }

    /**
     * Whether the checker, too, finds that the claim holds, or does not, wherever the hypotheses do in some boxes, and that these
     * fill the domain.
     */
    static Recheck ofBoxes(Claim claim, List<Box> boxes, boolean satisfies) {
        Stream<Recheck> answers = boxes.parallelStream().map(box -> ofBox(claim, box, satisfies, MOST_HALVINGS));
        return together(answers, filled(claim, boxes.stream().map(CheckerText::leaf)));
    }

    /** Whether the checker, too, finds that the claim holds with some variables left as symbols, and that nothing is left out. */
    static Recheck ofSymbols(Claim claim, List<SymbolicCover.Part> parts) {
        Stream<Recheck> answers = parts.parallelStream().map(part -> of(CheckerText.of(claim, part), true, false));
        return together(answers, filled(claim, parts.stream().map(part -> CheckerText.leaf(claim, part))));
    }

    private static Recheck filled(Claim claim, Stream<String> leaves) {
        try {
            return switch (CoverChecker.check(CheckerText.domain(claim), leaves.toList())) {
                case HOLDS -> Recheck.ACCEPTED;
                case VIOLATED -> Recheck.CONTRADICTED;
                default -> Recheck.UNDECIDED;
            };
        } catch (RecheckException e) {
            return Recheck.UNDECIDED;
        }
    }

    private static Recheck together(Stream<Recheck> leaves, Recheck filled) {
        List<Recheck> answers = Stream.concat(leaves, Stream.of(filled)).toList();
        if (answers.contains(Recheck.CONTRADICTED)) {
            return Recheck.CONTRADICTED;
        }
        return answers.contains(Recheck.UNDECIDED) ? Recheck.UNDECIDED : Recheck.ACCEPTED;
    }

    private static Recheck of(String text, boolean satisfies, boolean mayBeDiscarded) {
        CaseCheck check;
        try {
            check = CaseChecker.check(text);
        } catch (RecheckException e) {
            return Recheck.UNDECIDED;
        }
        boolean discarded = check.hypotheses() == CaseCheck.Answer.VIOLATED;
        boolean same = satisfies ? check.confirms() : check.refutes();
        boolean opposite = satisfies ? check.refutes() : check.confirms();
        if (opposite || (discarded && !mayBeDiscarded)) {
            return Recheck.CONTRADICTED;
        }
        return same || discarded ? Recheck.ACCEPTED : Recheck.UNDECIDED;
    }
}
