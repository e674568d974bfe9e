package gradlab.analysis.interval;

/**
 * Sums, products, quotients and roots of doubles rounded down and up, exact where the result is a double.
 *
 * <p>Each operation computes the result rounded to nearest and the sign of its residual, exactly, and moves one step
 * outwards only where the residual says so (boldo2017 for Fast2Sum near overflow; ogita2005
 * for error-free transformations). The residual of a sum is always a double. Products, quotients and roots
 * use a fused multiply-add, whose sign is right as long as the residual does not underflow; operands of small or
 * extreme results are scaled by powers of two first, so that this holds for all doubles, subnormal ones included.
 *
 * <p>Infinite operands stand for unbounded ends: 0 times infinity is 0, and finite operands that overflow give
 * {@code MAX_VALUE} on the inner and infinity on the outer side. The caller excludes NaN, opposite infinities in a sum,
 * zero divisors, quotients of infinities and roots of negative numbers.
 */
final class Rounding {
    /** Above this magnitude the residual of a product or quotient of normal results cannot underflow. */
    private static final double SAFE = 0x1p-960;

    private Rounding() {}

    static double addDown(double a, double b) {
        double sum = a + b;
        return settleDown(sum, sumResidual(a, b, sum), Double.isInfinite(a) || Double.isInfinite(b));
    }

    static double addUp(double a, double b) {
        double sum = a + b;
        return settleUp(sum, sumResidual(a, b, sum), Double.isInfinite(a) || Double.isInfinite(b));
    }

    static double multiplyDown(double a, double b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        double product = a * b;
        return settleDown(product, productResidual(a, b, product), Double.isInfinite(a) || Double.isInfinite(b));
    }

    static double multiplyUp(double a, double b) {
        return -multiplyDown(-a, b);
    }

    static double divideDown(double a, double b) {
        if (a == 0 || Double.isInfinite(b)) {
            return 0;
        }
        double quotient = a / b;
        return settleDown(quotient, quotientResidual(a, b, quotient), Double.isInfinite(a));
    }

    static double divideUp(double a, double b) {
        return -divideDown(-a, b);
    }

    static double sqrtDown(double x) {
        double root = Math.sqrt(x);
        return settleDown(root, rootResidual(x, root), Double.isInfinite(x));
    }

    static double sqrtUp(double x) {
        double root = Math.sqrt(x);
        return settleUp(root, rootResidual(x, root), Double.isInfinite(x));
    }

    private static double settleDown(double nearest, double residual, boolean exact) {
        if (exact) {
            return nearest;
        }
        if (nearest == Double.POSITIVE_INFINITY) {
            return Double.MAX_VALUE;
        }
        return residual < 0 ? Math.nextDown(nearest) : nearest;
    }

    private static double settleUp(double nearest, double residual, boolean exact) {
        if (exact) {
            return nearest;
        }
        if (nearest == Double.NEGATIVE_INFINITY) {
            return -Double.MAX_VALUE;
        }
        return residual > 0 ? Math.nextUp(nearest) : nearest;
    }

    /** The exact a + b - sum, by Fast2Sum; no intermediate overflows when the sum does not. */
    private static double sumResidual(double a, double b, double sum) {
        return Math.abs(a) >= Math.abs(b) ? b - (sum - a) : a - (sum - b);
    }

    /** A number with the sign of a b - product, for non-zero a and b. */
    private static double productResidual(double a, double b, double product) {
        if (Math.abs(product) >= SAFE) {
            return Math.fma(a, b, -product);
        }
        int scaleA = exponent(a);
        int scaleB = exponent(b);
        double scaled = scale(product, -scaleA - scaleB);
        return Math.fma(scale(a, -scaleA), scale(b, -scaleB), -scaled);
    }

    /** A number with the sign of a / b - quotient, for non-zero a and finite non-zero b. */
    private static double quotientResidual(double a, double b, double quotient) {
        double residual;
        if (Math.abs(a) >= SAFE && Math.abs(quotient) >= SAFE) {
            residual = Math.fma(-quotient, b, a);
        } else {
            int scaleA = exponent(a);
            int scaleB = exponent(b);
            double scaled = scale(quotient, scaleB - scaleA);
            residual = Math.fma(-scaled, scale(b, -scaleB), scale(a, -scaleA));
        }
        return b > 0 ? residual : -residual;
    }

    /** A number with the sign of sqrt(x) - root. */
    private static double rootResidual(double x, double root) {
        if (x >= SAFE) {
            return Math.fma(-root, root, x);
        }
        return Math.fma(-root * 0x1p200, root * 0x1p200, x * 0x1p400);
    }

    /** The exponent that brings a finite non-zero number, subnormal or not, to [1, 2). */
    static int exponent(double x) {
        int exponent = Math.getExponent(x);
        return exponent >= Double.MIN_EXPONENT ? exponent : Math.getExponent(x * 0x1p60) - 60;
    }

    /** x 2^power in two steps, each exact here because the result is of moderate size. */
    private static double scale(double x, int power) {
        int half = power / 2;
        return Math.scalb(Math.scalb(x, half), power - half);
    }
}
