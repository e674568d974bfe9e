package gradlab.verification.recheck;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.util.ArrayList;
import java.util.List;

/**
 * The independent checker of single cases and of boxes of cases: it uses nothing but the JDK and shares no code with the
 * prover, so that an error in either shows as a disagreement. The language it reads is described with this package.
 *
 * <p>HOLDS and VIOLATED are proved, by exact arithmetic or by intervals of 208 bits rounded outwards with every truncation
 * of a series enclosed; what that does not settle is UNDECIDED. The work is bounded, so every check ends.
 */
public final class CaseChecker {
    private CaseChecker() {}

    /**
     * Checks the case, or the box of cases, that a text describes.
     *
     * @throws RecheckException if the text is not well formed, not of the right kinds and shapes, or too large
     */
    public static CaseCheck check(String text) {
        Work.begin();
        Evaluator evaluator = new Evaluator();
        Answer hypotheses = Answer.HOLDS;
        List<Answer> claims = new ArrayList<>();
        String reason = "";
        for (Term term : Term.read(text)) {
            List<Term> part = term instanceof Term.Node node ? node.items() : List.of();
            String head = !part.isEmpty() && part.get(0) instanceof Term.Atom atom ? atom.text() : "";
            if (!claims.isEmpty()) {
                throw new RecheckException("nothing may follow the claim");
            }
            if ((head.equals("var") || head.equals("let")) && part.size() == 3) {
                String name = part.get(1) instanceof Term.Atom atom ? atom.text() : "";
                evaluator.define(name, part.get(2));
            } else if (head.equals("where") && part.size() == 2) {
                Answer answer = answer(evaluator.truth(part.get(1)));
                reason = hypotheses == Answer.HOLDS ? evaluator.reason() : reason;
                hypotheses = hypotheses == Answer.HOLDS ? answer : hypotheses;
            } else if (head.equals("claim") && part.size() == 2) {
                claims.add(answer(evaluator.truth(part.get(1))));
            } else {
                throw new RecheckException("expected (var name value), (let name value), (where statement) or"
                        + " (claim statement), found one that starts with '" + head + "'");
            }
        }
        if (claims.isEmpty()) {
            throw new RecheckException("no claim");
        }
        Answer claim = claims.get(0);
        boolean open = claim == Answer.UNDEFINED || claim == Answer.UNDECIDED;
        return new CaseCheck(hypotheses, claim, open ? evaluator.reason() : reason);
    }

    private static Answer answer(Truth truth) {
        return switch (truth) {
            case TRUE -> Answer.HOLDS;
            case FALSE -> Answer.VIOLATED;
            case UNDEFINED -> Answer.UNDEFINED;
            case UNDECIDED -> Answer.UNDECIDED;
        };
    }
}
