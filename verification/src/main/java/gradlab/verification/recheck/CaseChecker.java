package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.util.List;

/**
 * The independent checker of single cases and of boxes of cases: it uses nothing but the JDK and shares no code with the
 * prover, so that an error in either shows as a disagreement. The language it reads is described with this package.
 *
 * <p>HOLDS and VIOLATED are proved, by exact arithmetic or by intervals of 208 bits (96 at first for boxes) rounded outwards with every truncation
 * of a series enclosed; what that does not settle is UNDECIDED. The work is bounded, so every check ends.
 */
public final class CaseChecker {
    private static final List<String> DEFINITIONS = List.of("var", "let");
    /** Of numbers without rounding alone. */
    private static final List<String> SYMBOLS = List.of("free", "random");

    private CaseChecker() {}

    /**
     * Checks the case, or the box of cases, that a text describes.
     *
     * @throws RecheckException if the text is not well formed, not of the right kinds and shapes, or too large
     */
    public static CaseCheck check(String text) {
        if (text.contains("(box ")) {
            CaseCheck quick = check(text, Work.QUICK);
            boolean settled = quick.hypotheses() == Answer.HOLDS && !isOpen(quick.claim());
            if (settled || quick.hypotheses() == Answer.VIOLATED) {
                return quick;
            }
        }
        return check(text, Work.FULL);
    }

    private static CaseCheck check(String text, int bits) {
        Work.start(Work.FULL);
        Answer hypotheses = Answer.HOLDS;
        String reason = "";
        List<Term> all = Term.read(text);
        boolean rounded = !all.isEmpty() && all.get(0).head().equals("arithmetic");
        Evaluator evaluator = new Evaluator(rounded ? inFormat(all.get(0)) : RealNumbers.REALS);
        // Constants are made above, to full precision.
        Work.start(rounded ? Work.FULL : bits);
        List<Term> parts = all.subList(rounded ? 1 : 0, all.size());
        require(!parts.isEmpty() && parts.get(parts.size() - 1).head().equals("claim"), "a claim at the end");
        for (Term part : parts.subList(0, parts.size() - 1)) {
            boolean definition = DEFINITIONS.contains(part.head()) || (!rounded && SYMBOLS.contains(part.head()));
            require(
                    definition || part.head().equals("where"),
                    "(var ...), (free ...), (random ...), (let ...) or (where ...) before the claim");
            require(
                    part.items().size() == (definition ? 3 : 2),
                    "another number of parts in (" + part.head() + " ...)");
            if (definition) {
                define(
                        evaluator,
                        part.head(),
                        part.items().get(1).text(),
                        part.items().get(2));
            } else if (hypotheses == Answer.HOLDS) {
                hypotheses = evaluator.answer(part.items().get(1));
                reason = isOpen(hypotheses) ? evaluator.reason() : "";
            }
        }
        List<Term> last = parts.get(parts.size() - 1).items();
        require(last.size() == 2, "one statement in (claim ...)");
        Answer claim = evaluator.answer(last.get(1));
        return new CaseCheck(hypotheses, claim, isOpen(claim) ? evaluator.reason() : reason);
    }

    private static void define(Evaluator evaluator, String kind, String name, Term term) {
        switch (kind) {
            case "random" -> evaluator.random(name, term);
            case "free" -> evaluator.free(name, term);
            default -> evaluator.define(name, term);
        }
    }

    private static Numbers inFormat(Term part) {
        require(part.items().size() == 2, "one format in (arithmetic ...)");
        return new FormatNumbers(Format.named(part.items().get(1).text()));
    }

    private static boolean isOpen(Answer answer) {
        return answer == Answer.UNDEFINED || answer == Answer.UNDECIDED;
    }
}
