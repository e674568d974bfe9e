package gradlab.analysis.spectrum;

import java.util.function.DoubleSupplier;

/**
 * What a space of Lanczos vectors knows of a norm.
 *
 * @param value the largest singular value in it
 * @param residual how near to it some singular value of the operator surely is, over the value
 * @param second computes the next one in the space, over the value, rounded up
 */
record NormEstimate(double value, double residual, DoubleSupplier second) {
    /** Errors are squares of residuals over gaps, estimates both: they are held this far below the tolerance. */
    private static final double CAUTION = 1e-4;

    private double gap() {
        return 1 - second.getAsDouble();
    }

    /** Whether the error of the value, about residual² / gap, or even the residual is below a relative tolerance. */
    boolean isWithin(double tolerance) {
        return residual <= Math.max(tolerance, 4 * Math.ulp(1.0))
                || (residual < 1e-3 && residual * residual <= CAUTION * tolerance * gap());
    }

    /**
     * How many more steps it takes at the rate that the gap seen so far promises: each divides the residual by
     * {@code rho = 1 + 2 g + 2 sqrt(g² + g)}, {@code g = (1 - second²) / second²}, as Chebyshev polynomials do. Too few early on,
     * when the second value is still on its way up.
     */
    double stepsTo(double tolerance) {
        double next = second.getAsDouble();
        double target = Math.max(tolerance, Math.sqrt(CAUTION * tolerance * (1 - next)));
        if (residual <= target || next == 0) {
            return 0;
        }
        double square = next * next;
        double g = (1 - square) / square;
        return g == 0
                ? Double.POSITIVE_INFINITY
                : StrictMath.log(residual / target) / StrictMath.log1p(2 * g + 2 * Math.sqrt(g * g + g));
    }
}
