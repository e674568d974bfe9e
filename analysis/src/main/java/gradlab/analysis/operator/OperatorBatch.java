package gradlab.analysis.operator;

/**
 * Several linear operators of one shape that are applied together, each to a vector of its own: the Jacobians of a network at
 * several inputs, say, which share their weights. Immutable, as {@link LinearOperator}.
 */
public interface OperatorBatch {
    /** How many operators. */
    int count();

    /** The rows of each. */
    int rows();

    /** The columns of each. */
    int columns();

    /** Each operator times its row of x (count by columns): count by rows, in a new array. */
    double[] apply(double[] x);

    /** Each transposed operator times its row of y (count by rows): count by columns, in a new array. */
    double[] applyTranspose(double[] y);
}
