package gradlab.analysis.expression;

import gradlab.analysis.arithmetic.NoValueException;
import java.util.function.Supplier;

/** Counts the terms of a fold together with those of the folds inside it, so that nesting does not multiply the work. */
final class FoldBudget {

    private static final int MOST_TERMS = 100_000;

    private int depth;
    private int terms;

    /** A fold's value; the outermost fold starts counting anew. */
    <V> V inside(Supplier<V> fold) {
        terms = depth == 0 ? 0 : terms;
        depth++;
        try {
            return fold.get();
        } finally {
            depth--;
        }
    }

    /**
     * One more term.
     *
     * @throws NoValueException if there were too many
     */
    void spend() {
        if (++terms > MOST_TERMS) {
            throw NoValueException.undecided("folds of more than " + MOST_TERMS + " terms in all");
        }
    }
}
