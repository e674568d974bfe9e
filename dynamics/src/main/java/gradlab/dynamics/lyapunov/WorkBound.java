package gradlab.dynamics.lyapunov;

import gradlab.dynamics.system.Clock;

/** How much work a run may take where nobody said how many steps. */
final class WorkBound {
    /** About half a minute of the native kernels; as many operations of single vectors, or outside them, take longer. */
    private static final double OPERATIONS = 1e12;

    /** All exponents of a network of 100 units within 0.002 take 2.3 million steps, two to three minutes. */
    private static final double OF_STAIRS = 8e12;

    /** So many steps of a map and of a flow cost at most a minute beside their products of matrices. */
    private static final double OF_MAPS = 5e6;

    private static final double OF_FLOWS = 2e6;
    private static final long FEWEST = 1_024;

    private WorkBound() {}

    /**
     * The most steps of a run with k vectors in n dimensions.
     *
     * @param stairs whether a step is one scaling and one product with a matrix that stays
     */
    static long steps(Clock clock, int n, int k, boolean stairs) {
        double products = 2.0 * n * n * (k + 1.0) + (double) n * k * k;
        double affordable = stairs && k > n / 4 ? OF_STAIRS : OPERATIONS;
        double most = clock == Clock.TIME ? OF_FLOWS : OF_MAPS;
        return (long) Math.max(FEWEST, Math.min(most, affordable / products));
    }
}
