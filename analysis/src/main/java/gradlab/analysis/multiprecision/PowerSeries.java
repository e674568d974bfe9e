package gradlab.analysis.multiprecision;

/** Sums of power series with their tails enclosed; relative errors stay near 2^-{@value BigFloat#PRECISION} for point arguments. */
final class PowerSeries {
    /** Terms below this part of the sum are left to the tail. */
    private static final int ENOUGH = BigFloat.PRECISION + 16;

    private PowerSeries() {}

    /** The ratio of each term to the one before it. */
    interface Ratio {
        BigInterval at(int k);
    }

    /**
     * first (1 + r_1 + r_1 r_2 + ...) for ratios whose moduli either fall or are all at most 1/2: what is left out after a ratio of
     * at most 1/2 is at most the last term that is not.
     */
    static BigInterval sum(BigInterval first, Ratio ratio) {
        BigInterval sum = first;
        BigInterval term = first;
        BigFloat half = BigFloat.ONE.scaled(-1);
        for (int k = 1; ; k++) {
            BigInterval next = ratio.at(k);
            term = term.multiply(next);
            sum = sum.add(term);
            BigFloat size = term.magnitude();
            boolean small = size.signum() == 0 || size.top() < sum.magnitude().top() - ENOUGH;
            if (small && next.magnitude().compareTo(half) <= 0) {
                return sum.widened(size);
            }
        }
    }

    /** e^x - 1 for |x| at most 1. */
    static BigInterval expm1(BigInterval x) {
        return sum(x, k -> x.divide(BigInterval.of(k + 1L)));
    }

    /** The inverse hyperbolic tangent of |z| at most 1/2, for its part after z: ratios z² (2k - 1)/(2k + 1). */
    static BigInterval atanh(BigInterval z) {
        BigInterval square = z.square();
        return sum(z, k -> square.multiply(BigInterval.of(2L * k - 1)).divide(BigInterval.of(2L * k + 1)));
    }

    /** The inverse tangent of |z| at most 1/2. */
    static BigInterval atan(BigInterval z) {
        BigInterval square = z.square().negate();
        return sum(z, k -> square.multiply(BigInterval.of(2L * k - 1)).divide(BigInterval.of(2L * k + 1)));
    }

    /** sin x for |x| at most 1. */
    static BigInterval sin(BigInterval x) {
        BigInterval square = x.square().negate();
        return sum(x, k -> square.divide(BigInterval.of(2L * k * (2L * k + 1))));
    }

    /** cos x for |x| at most 1. */
    static BigInterval cos(BigInterval x) {
        BigInterval square = x.square().negate();
        return sum(BigInterval.ONE, k -> square.divide(BigInterval.of(2L * k * (2L * k - 1))));
    }

    /** x + 2/3 x³ + 4/15 x⁵ + ... = e^(x²) times the integral of e^(-t²) from 0 to x; the terms have one sign. */
    static BigInterval dawson(BigInterval x) {
        BigInterval twice = x.square().scaled(1);
        return sum(x, k -> twice.divide(BigInterval.of(2L * k + 1)));
    }
}
