package gradlab.dynamics.lyapunov;

import gradlab.analysis.random.RandomStream;
import gradlab.dynamics.system.DynamicalSystem;

/** Where the orbit of a seed starts. */
final class Starts {
    private static final double NEAR = 1e-4;

    private Starts() {}

    /**
     * For the seed 0 where the system says; for any other, each coordinate is moved by at most 1e-4 of the largest one (of 1 if all
     * are 0), which after the transient of a chaotic orbit is another orbit altogether.
     */
    static double[] of(DynamicalSystem system, long seed) {
        double[] start = system.start();
        if (seed == 0) {
            return start;
        }
        double largest = 0;
        for (double x : start) {
            largest = Math.max(largest, Math.abs(x));
        }
        RandomStream random = RandomStream.of(seed, "start");
        for (int i = 0; i < start.length; i++) {
            start[i] += NEAR * (largest > 0 ? largest : 1) * (2 * random.nextDouble() - 1);
        }
        return start;
    }
}
