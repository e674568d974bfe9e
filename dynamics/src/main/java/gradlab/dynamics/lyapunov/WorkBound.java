package gradlab.dynamics.lyapunov;

import gradlab.dynamics.system.Clock;

/** How much work a run may take where nobody said how many steps. */
final class WorkBound {
    /** About half a minute of the native kernels. */
    private static final double OPERATIONS = 1e12;

    /** What a step of a map and one of a flow cost at least, in operations. */
    private static final double OF_MAP = 2e5;

    private static final double OF_FLOW = 5e5;
    private static final long FEWEST = 1_024;

    private WorkBound() {}

    /** The most steps of a run with k vectors in n dimensions. */
    static long steps(Clock clock, int n, int k) {
        double each = (clock == Clock.TIME ? OF_FLOW : OF_MAP) + 2.0 * n * n * (k + 1.0) + (double) n * k * k;
        return Math.max(FEWEST, (long) (OPERATIONS / each));
    }
}
