package gradlab.verification.recheck;

import java.math.BigInteger;
import java.util.List;
import java.util.OptionalInt;

/**
 * Singular values and spectral radii. The i-th largest eigenvalue of a symmetric G is above t if t I - G has at least i
 * negative pivots (Sylvester's law of inertia). Approximate eigenvalues only say where to look.
 */
final class Spectrum {
    private static final int LARGEST_SIZE = 64;

    private Spectrum() {}

    /** The i-th largest singular value, i from 1; exact where its square is rational and the entries are exact. */
    static Num singularValue(Mat a, int i) {
        Mat.require(i >= 1 && i <= Math.min(a.rows, a.columns), "a singular value from 1 to the smaller side");
        Num value =
                i == 1 && Math.min(a.rows, a.columns) == 1 ? a.sumOfSquares().sqrt() : fromGram(a, i);
        if (i > 1) {
            return value;
        }
        Num entry = a.entries().stream().map(Num::abs).reduce(Num.ZERO, Num::max);
        Num bound = a.norminf().multiply(a.transpose().norminf()).sqrt();
        return value.isExact() ? value : Num.between(value.low.max(entry.low), value.high.min(bound.high));
    }

    private static Num fromGram(Mat a, int i) {
        Mat gram = gram(a);
        if (gram.isExact()) {
            return eigenvalue(gram, i).sqrt();
        }
        Mat middle = a.map(x -> Num.of(x.low.add(x.high).divide(Rational.of(2)).down(Num.BITS)));
        Num radius = a.with(middle, Num::subtract).sumOfSquares().sqrt();
        Num value = eigenvalue(gram(middle), i).sqrt();
        Rational low = value.low.subtract(radius.high).max(Rational.ZERO);
        return Num.between(low, value.high.add(radius.high));
    }

    private static Mat gram(Mat a) {
        Mat.require(a.rows <= LARGEST_SIZE && a.columns <= LARGEST_SIZE, "a matrix of at most 64 x 64");
        return a.rows < a.columns ? a.times(a.transpose()) : a.transpose().times(a);
    }

    /** The i-th largest eigenvalue of an exact positive semidefinite matrix. */
    private static Num eigenvalue(Mat g, int i) {
        Rational trace = Rational.ZERO;
        for (int k = 0; k < g.rows; k++) {
            trace = trace.add(g.get(k, k).low);
        }
        if (trace.signum() == 0) {
            return Num.ZERO;
        }
        Rational scale = Rational.powerOfTwo(trace.exponent() + 1);
        Rational guess = estimate(g, i, scale);
        Rational low = Rational.ZERO;
        Rational high = trace;
        for (int power = -46; power < 0 && low.signum() == 0; power += 6) {
            Rational t = guess.subtract(scale.multiply(Rational.powerOfTwo(power)));
            low = t.signum() > 0 && above(g, t, i) == Truth.TRUE ? t : low;
        }
        for (int power = -46; power < 0 && high.equals(trace); power += 6) {
            Rational t = guess.add(scale.multiply(Rational.powerOfTwo(power)));
            high = t.compareTo(high) < 0 && above(g, t, i) == Truth.FALSE ? t : high;
        }
        return refined(g, i, low, high);
    }

    /** Bisection, until the only rational eigenvalue that there can be is known: a multiple of 1/(common denominator). */
    private static Num refined(Mat g, int i, Rational from, Rational to) {
        Rational low = from;
        Rational high = to;
        Rational step = Rational.of(BigInteger.ONE, commonDenominator(g.entries()));
        int steps = g.rows <= 8 ? 160 : 24;
        boolean tried = false;
        for (int k = 0; k <= steps; k++) {
            if (!tried && high.subtract(low).compareTo(step) < 0) {
                tried = true;
                Rational candidate =
                        Rational.of(high.divide(step).floor(), BigInteger.ONE).multiply(step);
                if (candidate.compareTo(low) >= 0 && isEigenvalue(g, candidate, i)) {
                    return Num.of(candidate);
                }
            }
            Rational middle = low.add(high).divide(Rational.of(2)).down(Num.BITS);
            Truth above = above(g, middle, i);
            low = above == Truth.TRUE ? middle : low;
            high = above == Truth.FALSE ? middle : high;
            if (above == Truth.UNDECIDED) {
                return isEigenvalue(g, middle, i) ? Num.of(middle) : Num.between(low, high);
            }
            if (tried && k > 24) {
                break;
            }
        }
        return Num.between(low, high);
    }

    private static BigInteger commonDenominator(List<Num> entries) {
        BigInteger common = BigInteger.ONE;
        for (Num entry : entries) {
            BigInteger den = entry.low.den();
            common = common.divide(common.gcd(den)).multiply(den);
        }
        return common;
    }

    /** Whether at least i eigenvalues are above t, by elimination in intervals. */
    private static Truth above(Mat g, Rational t, int i) {
        OptionalInt count = Inertia.negativePivots(shifted(g, t).map(Num::blurred));
        return count.isEmpty() ? Truth.UNDECIDED : Truth.of(count.getAsInt() >= i);
    }

    private static boolean isEigenvalue(Mat g, Rational t, int i) {
        OptionalInt above = Inertia.exactNegative(shifted(g, t));
        OptionalInt below = Inertia.exactNegative(shifted(g, t).map(Num::negate));
        return above.isPresent() && below.isPresent() && above.getAsInt() < i && below.getAsInt() <= g.rows - i;
    }

    private static Mat shifted(Mat g, Rational t) {
        return Mat.identity(g.rows).map(Num.of(t)::multiply).with(g, Num::subtract);
    }

    /** Bisection in doubles of the matrix over a scale: a guess. */
    private static Rational estimate(Mat g, int i, Rational scale) {
        double[][] a = new double[g.rows][g.rows];
        for (int r = 0; r < g.rows; r++) {
            for (int c = 0; c < g.rows; c++) {
                a[r][c] = g.get(r, c).low.divide(scale).toDouble();
            }
        }
        double low = 0;
        double high = 1;
        for (int k = 0; k < 52; k++) {
            double middle = (low + high) / 2;
            boolean above = Inertia.roughNegative(a, middle) >= i;
            low = above ? middle : low;
            high = above ? high : middle;
        }
        long bits = (long) (low * 0x1p52);
        return Rational.of(bits).multiply(Rational.powerOfTwo(-52)).multiply(scale);
    }

    /** The spectral radius of triangular, 2 x 2 and exactly symmetric matrices. */
    static Num radius(Mat a) {
        a.requireSquare();
        boolean upper = true;
        boolean lower = true;
        boolean symmetric = true;
        for (int i = 0; i < a.rows; i++) {
            for (int j = 0; j < i; j++) {
                upper &= a.get(i, j).isZero();
                lower &= a.get(j, i).isZero();
                symmetric &= a.get(i, j).isExact() && a.get(i, j).equal(a.get(j, i)) == Truth.TRUE;
            }
        }
        if (upper || lower) {
            Num largest = Num.ZERO;
            for (int i = 0; i < a.rows; i++) {
                largest = largest.max(a.get(i, i).abs());
            }
            return largest;
        }
        if (symmetric) {
            return singularValue(a, 1);
        }
        if (a.rows == 2) {
            return ofPair(a);
        }
        throw NoValue.undecided("the spectral radius of a general matrix");
    }

    /** With mean m = trace/2 and d = m² - det: |m| + sqrt(d) for d >= 0, sqrt(det) for d < 0. */
    private static Num ofPair(Mat a) {
        Num mean = a.get(0, 0).add(a.get(1, 1)).divide(Num.TWO);
        Num half = a.get(0, 0).subtract(a.get(1, 1)).divide(Num.TWO).abs();
        Num d = half.multiply(half).add(a.get(0, 1).multiply(a.get(1, 0)));
        Truth complex = d.less(Num.ZERO);
        if (complex == Truth.UNDECIDED) {
            throw NoValue.undecided("whether eigenvalues are real");
        }
        return complex == Truth.TRUE ? a.determinant().sqrt() : mean.abs().add(d.sqrt());
    }
}
