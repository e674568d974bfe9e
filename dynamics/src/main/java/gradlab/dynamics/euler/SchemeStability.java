package gradlab.dynamics.euler;

import java.util.OptionalDouble;

/**
 * The eigenvalues of a branch against the stability region of a method.
 *
 * @param scheme the method
 * @param inside whether every eigenvalue known lies in the region with the layer's h
 * @param outside how many of those known lie outside
 * @param share outside over n; empty where not all are known
 * @param worstReal the real part of the eigenvalue lambda with the largest |R(h lambda)|
 * @param worstImaginary its imaginary part
 * @param amplification this |R(h lambda)|
 * @param largestStep the largest step with which all eigenvalues known lie in the region, and with every smaller one; 0 if
 *     there is none, infinite if all are 0, NaN if none is known
 * @param limitReal the real part of the eigenvalue that sets the largest step; of several the one farthest to the right
 * @param limitImaginary its imaginary part
 * @param norm ‖R(hJ)‖, how much a step stretches a vector at most; empty where it was not computed
 */
public record SchemeStability(
        Scheme scheme,
        boolean inside,
        int outside,
        OptionalDouble share,
        double worstReal,
        double worstImaginary,
        double amplification,
        double largestStep,
        double limitReal,
        double limitImaginary,
        OptionalDouble norm) {
    private static final double ROUNDING = 8 * 0x1p-53;

    /** Goes through the eigenvalues. */
    static SchemeStability of(Scheme scheme, BranchSpectrum spectrum, int n, double h, OptionalDouble norm) {
        double[] real = spectrum.values().real().toArray();
        double[] imaginary = spectrum.values().imaginary().toArray();
        int outside = 0;
        int worst = -1;
        int limit = -1;
        double largest = Double.NEGATIVE_INFINITY;
        double step = Double.POSITIVE_INFINITY;
        for (int i = 0; i < real.length; i++) {
            double excess = scheme.excess(h * real[i], h * imaginary[i]);
            outside += excess > slack(spectrum, scheme, h * real[i], h * imaginary[i], h) ? 1 : 0;
            if (excess > largest) {
                largest = excess;
                worst = i;
            }
            double own = StableStep.of(scheme, real[i], imaginary[i]);
            if (limit < 0 || own < step || (own == step && real[i] > real[limit])) {
                step = Math.min(step, own);
                limit = i;
            }
        }
        return new SchemeStability(
                scheme,
                outside == 0,
                outside,
                spectrum.complete() ? OptionalDouble.of((double) outside / n) : OptionalDouble.empty(),
                worst < 0 ? 0 : real[worst],
                worst < 0 ? 0 : imaginary[worst],
                worst < 0 ? 1 : scheme.amplification(h * real[worst], h * imaginary[worst]),
                real.length == 0 ? Double.NaN : step,
                limit < 0 ? 0 : real[limit],
                limit < 0 ? 0 : imaginary[limit],
                norm);
    }

    /**
     * How far |R|² may lie above 1 by errors alone: of the eigenvalue, whose parts are known to the resolution (a real part of 0
     * is taken for exact), and of the sum itself.
     */
    private static double slack(BranchSpectrum spectrum, Scheme scheme, double x, double y, double h) {
        double moved = h * spectrum.resolution();
        return (x == 0 ? 0 : 2 * moved * (1 + StrictMath.hypot(x, y)))
                + scheme.sensitivity(x, y) * moved
                + ROUNDING * scheme.terms(x, y);
    }
}
