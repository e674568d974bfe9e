package gradlab.analysis.backend;

/**
 * About what kernels cost, in nanoseconds, for choosing between algorithms: measured once (docs/performance.md) and the
 * same on every machine, so that the choice is too.
 *
 * @param product of each multiplication of a matrix product, m k n of them
 * @param values of each multiplication of a singular value computation, rows times columns times the smaller side
 * @param entry of each entry of the matrix on top of that
 */
public record KernelCost(double product, double values, double entry) {
    /** Plain Java: {@code Products} and EJML. */
    static final KernelCost JAVA = new KernelCost(0.2, 0.5, 20);
    /** OpenBLAS on one thread. */
    public static final KernelCost NATIVE = new KernelCost(0.03, 0.14, 16);

    /** Of all singular values of a matrix. */
    public double singularValues(int rows, int columns) {
        double entries = (double) rows * columns;
        return entries * (values * Math.min(rows, columns) + entry);
    }
}
