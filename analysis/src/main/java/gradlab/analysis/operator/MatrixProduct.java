package gradlab.analysis.operator;

/** How dense matrices, row by row in arrays, are multiplied. */
@FunctionalInterface
public interface MatrixProduct {
    /** {@code A B} for A of shape m by k and B of shape k by n, in a new array. */
    double[] multiply(double[] a, double[] b, int m, int k, int n);
}
