package gradlab.analysis.tensor;

import java.util.function.UnaryOperator;

/** Derivatives by central differences. */
final class Differences {
    private Differences() {}

    /**
     * The derivative of f at x in a direction, by steps of 1e-3 and 5e-4, extrapolated: an error of order h^4 times a fifth
     * derivative, and rounding of 1e-16/1e-3.
     */
    static double[] of(UnaryOperator<double[]> f, double[] x, double[] direction) {
        double[] coarse = difference(f, x, direction, 1e-3);
        double[] fine = difference(f, x, direction, 5e-4);
        for (int i = 0; i < fine.length; i++) {
            fine[i] += (fine[i] - coarse[i]) / 3;
        }
        return fine;
    }

    private static double[] difference(UnaryOperator<double[]> f, double[] x, double[] direction, double h) {
        double[] ahead = x.clone();
        double[] behind = x.clone();
        for (int i = 0; i < x.length; i++) {
            ahead[i] += h * direction[i];
            behind[i] -= h * direction[i];
        }
        double[] difference = f.apply(ahead);
        double[] low = f.apply(behind);
        for (int i = 0; i < difference.length; i++) {
            difference[i] = (difference[i] - low[i]) / (2 * h);
        }
        return difference;
    }
}
