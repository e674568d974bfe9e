package gradlab.verification.domain;

import gradlab.analysis.arithmetic.Real;
import gradlab.analysis.exact.Surd;
import gradlab.analysis.expression.Kind;
import gradlab.analysis.moment.Law;

/** The distribution of a random variable whose sizes are known numbers. */
public sealed interface Distribution {

    /** 0. */
    Real ZERO = new Real.Exact(Surd.ZERO);

    /** 1. */
    Real ONE = new Real.Exact(Surd.ONE);

    /**
     * A number, vector or matrix of independent entries, each center + scale * z for a z of a law of unit size.
     *
     * @param kind which of the three
     * @param rows rows of a matrix, entries of a vector, 1 for a number
     * @param columns columns of a matrix, otherwise 1
     */
    record Entries(Kind kind, int rows, int columns, Law law, Real center, Real scale) implements Distribution {}

    /** Lists of so many independent items. */
    record Lists(int count, Distribution item) implements Distribution {}

    /** So many seeds of training runs. */
    record Seeds(int count) implements Distribution {}
}
