package gradlab.dynamics.lyapunov;

/** How much work a run may take where nobody said how many steps. */
final class WorkBound {
    /** About half a minute of the native kernels. */
    private static final double OPERATIONS = 1e12;

    private static final double OVERHEAD = 2e5;
    private static final long FEWEST = 1_024;

    private WorkBound() {}

    /** The most steps of a run with k vectors in n dimensions. */
    static long steps(int n, int k) {
        double each = OVERHEAD + 2.0 * n * n * (k + 1.0) + (double) n * k * k;
        return Math.max(FEWEST, (long) (OPERATIONS / each));
    }
}
