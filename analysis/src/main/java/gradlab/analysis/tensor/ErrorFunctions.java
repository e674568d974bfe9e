package gradlab.analysis.tensor;

/**
 * The error function and its complement in binary64, with a relative error below 2e-15 each. The formulas are those of
 * {@code interval.ErrorFunction} (nist2010, 7.6.2 and 7.18.7), in other clothes:
 *
 * <p>Below 1, erf(x) = 2/sqrt(pi) e^-x² x s_1 with s_n = 1 + 2x²/(2n + 1) s_(n+1).
 *
 * <p>From 1 on, erfc(x) = e^-x² w(x), where x w(x) is smooth in t = (x - 3)/(x + 1), which runs from -1 to 1: it is
 * interpolated at the Chebyshev points of t, where its values come from the continued fraction of repeated integrals, of
 * positive terms only. x² is taken with twice the digits, so that e^-x² keeps its own far out.
 */
final class ErrorFunctions {
    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(StrictMath.PI);
    private static final double ROOT_HALF = Math.sqrt(0.5);

    /** What the number before lacks of the root: r - sqrt(1/2) is (r² - 1/2)/(2r) to first order. */
    private static final double ROOT_HALF_REST = -Math.fma(ROOT_HALF, ROOT_HALF, -0.5) / (2 * ROOT_HALF);

    private static final int SERIES_TERMS = 30;
    private static final int FRACTION_STEPS = 400;
    private static final int DEGREE = 28;

    /** From here on e^-x² is below the smallest double. */
    private static final double VANISHED = 27.5;

    private static final double[] CHEBYSHEV = coefficients();

    private ErrorFunctions() {}

    static double erf(double x) {
        double a = Math.abs(x);
        return a < 1 ? series(x) : Math.copySign(1 - upperTail(a), x);
    }

    static double erfc(double x) {
        if (x >= 1) {
            return upperTail(x);
        }
        return x <= -1 ? 2 - upperTail(-x) : 1 - series(x);
    }

    /** The density of the standard normal distribution, e^(-x²/2)/sqrt(2 pi). */
    static double density(double x) {
        double square = x * x;
        return StrictMath.exp(-square / 2) * (1 - Math.fma(x, x, -square) / 2) * TWO_OVER_ROOT_PI * ROOT_HALF / 2;
    }

    /** Its distribution function erfc(z)/2 at z = -x/sqrt 2, what z loses by rounding put back to first order. */
    static double distribution(double x) {
        double z = -x * ROOT_HALF;
        double lost = Math.fma(-x, ROOT_HALF, -z) - x * ROOT_HALF_REST;
        double correction = Math.abs(z) < VANISHED ? TWO_OVER_ROOT_PI * gauss(z) * lost : 0;
        return (erfc(z) - correction) / 2;
    }

    private static double series(double x) {
        double sum = 1;
        for (int n = SERIES_TERMS; n >= 1; n--) {
            sum = 1 + 2 * x * x / (2 * n + 1) * sum;
        }
        return TWO_OVER_ROOT_PI * gauss(x) * x * sum;
    }

    private static double upperTail(double x) {
        return x > VANISHED ? 0 : Double.isNaN(x) ? x : gauss(x) * interpolated((x - 3) / (x + 1)) / x;
    }

    /** e^-x², with what x² loses by rounding put back. */
    private static double gauss(double x) {
        double square = x * x;
        return StrictMath.exp(-square) * (1 - Math.fma(x, x, -square));
    }

    /** Clenshaw's rule. */
    private static double interpolated(double t) {
        double b1 = 0;
        double b2 = 0;
        for (int k = DEGREE; k >= 1; k--) {
            double b = 2 * t * b1 - b2 + CHEBYSHEV[k];
            b2 = b1;
            b1 = b;
        }
        return t * b1 - b2 + CHEBYSHEV[0];
    }

    private static double[] coefficients() {
        int points = DEGREE + 1;
        double[] coefficients = new double[points];
        for (int j = 0; j < points; j++) {
            double t = cosine(2 * j + 1, points);
            double value = scaledTail((3 + t) / (1 - t));
            for (int k = 0; k < points; k++) {
                coefficients[k] += (k == 0 ? 1.0 : 2.0) / points * value * cosine(k * (2 * j + 1), points);
            }
        }
        return coefficients;
    }

    /** cos(i pi/(2 points)), the angle reduced before it is rounded. */
    private static double cosine(int i, int points) {
        return StrictMath.cos(StrictMath.PI * (i % (4 * points)) / (2 * points));
    }

    /** x e^x² erfc(x) for x >= 1. */
    private static double scaledTail(double x) {
        double ratio = 2 * x;
        for (int n = FRACTION_STEPS; n >= 1; n--) {
            ratio = 2 * x + 2.0 * n / ratio;
        }
        return TWO_OVER_ROOT_PI * x / ratio;
    }
}
