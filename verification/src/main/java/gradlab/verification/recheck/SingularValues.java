package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import java.math.BigInteger;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;

/** Singular values, by counting negative pivots. */
final class SingularValues {
    static final int LARGEST_SIZE = 64;
    private static final int LONGEST_DENOMINATOR = 4096;
    private static final int MOST_CUTS = 256;
    private static final int LARGEST_LONG = 16;
    private static final Rational HALF = Rational.powerOfTwo(-1);
    /** Where an interval is cut: not in the middle, where round numbers are that make pivots vanish. */
    private static final Rational CUT = Rational.of(49).divide(Rational.of(100));

    private SingularValues() {}

    /** The i-th largest singular value, i from 1; exact where its square is rational and the entries are exact. */
    static Num of(Mat a, int i) {
        require(i >= 1 && i <= Math.min(a.rows, a.columns), "a singular value from 1 to the smaller side");
        if (Math.min(a.rows, a.columns) == 1) {
            return a.sumOfSquares().sqrt();
        }
        require(Math.max(a.rows, a.columns) <= LARGEST_SIZE, "a matrix of at most 64 x 64");
        Num value = fromGram(a, i);
        Num quick = quickNorm(a);
        return i > 1 || value.isExact() ? value : Num.between(value.low.max(quick.low), value.high.min(quick.high));
    }

    /** Bounds of the norm: the largest entry, the Frobenius norm and sqrt(‖A‖₁ ‖A‖_inf). */
    static Num quickNorm(Mat a) {
        Mat spread = a.map(x -> x.isExact() && !x.isShort() ? x.blurred() : x);
        Num entry = spread.entries.stream().map(Num::abs).reduce(Num.ZERO, Num::max);
        Num square = spread.norminf().multiply(spread.transpose().norminf());
        return Num.between(
                entry.low, square.sqrt().high.min(spread.sumOfSquares().sqrt().high));
    }

    /** From the eigenvalues of A'A, or of M'M for the matrix M of midpoints and then ± the Frobenius norm of A - M. */
    private static Num fromGram(Mat a, int i) {
        Optional<Num> diagonal = fromDiagonalGram(a, i);
        if (diagonal.isPresent()) {
            return diagonal.get();
        }
        boolean quick = a.entries.stream().allMatch(Num::isShort);
        Mat gram = quick ? gram(a) : a;
        if (quick && gram.isExact()) {
            return eigenvalue(gram, i, true).sqrt();
        }
        Mat middle = a.map(x -> Num.of(x.low.add(x.high).multiply(HALF).down(Work.bits())));
        Num radius = a.with(middle, Num::subtract).sumOfSquares().sqrt();
        Num value = eigenvalue(gram(middle), i, false).sqrt();
        return Num.between(value.low.subtract(radius.high).max(Rational.ZERO), value.high.add(radius.high));
    }

    /** Where A'A is diagonal and exact, as for multiples of orthogonal matrices, however long its entries. */
    private static Optional<Num> fromDiagonalGram(Mat a, int i) {
        boolean exact = a.rows * a.columns <= LARGEST_LONG
                && a.entries.stream().allMatch(x -> x.isPoint() && x.low.bits() <= LONGEST_DENOMINATOR);
        if (!exact) {
            return Optional.empty();
        }
        Mat gram = gram(a);
        Mat rest = Mat.of(gram.rows, gram.rows, (r, c) -> r == c ? Num.ZERO : gram.get(r, c));
        boolean diagonal = gram.isExact() && rest.entries.stream().allMatch(Num::isZero);
        return diagonal
                ? IntStream.range(0, gram.rows)
                        .mapToObj(k -> gram.get(k, k).low)
                        .sorted(Comparator.reverseOrder())
                        .skip(i - 1L)
                        .findFirst()
                        .map(square -> Num.of(square).sqrt())
                : Optional.empty();
    }

    private static Mat gram(Mat a) {
        return a.rows < a.columns ? a.times(a.transpose()) : a.transpose().times(a);
    }

    /**
     * The i-th largest eigenvalue of an exact positive semidefinite matrix, by bisection around an estimate. With D the common
     * denominator of the entries, D G is an integer matrix, so a rational eigenvalue of G is a multiple of 1/D: exact, if
     * wanted, once one is left.
     */
    private static Num eigenvalue(Mat g, int i, boolean exact) {
        Rational low = Rational.ZERO;
        Rational high = g.trace().high;
        Rational step = Rational.ONE.divide(Rational.of(commonDenominator(g)));
        Rational margin = high.multiply(Rational.powerOfTwo(-46));
        Rational next = estimate(g, i, high).subtract(margin);
        boolean tried = !exact || step.bits() > LONGEST_DENOMINATOR;
        for (int k = 0; k < MOST_CUTS; k++) {
            if (!tried && high.subtract(low).compareTo(step) < 0) {
                tried = true;
                Rational candidate = Rational.of(high.divide(step).floor()).multiply(step);
                if (candidate.compareTo(low) >= 0 && isEigenvalue(g, candidate, i)) {
                    return Num.of(candidate);
                }
            }
            int accuracy = Math.max(g.rows > 8 ? -56 : tried ? -80 : -200, 40 - Work.bits());
            if (high.subtract(low).compareTo(high.multiply(Rational.powerOfTwo(accuracy))) <= 0) {
                break;
            }
            boolean inside = next.compareTo(low) > 0 && next.compareTo(high) < 0;
            Rational cut = (inside ? next : low.add(high.subtract(low).multiply(CUT))).down(Work.bits());
            int found = negativePivots(shifted(g, cut).map(Num::blurred));
            if (found < 0) {
                return isEigenvalue(g, cut, i) ? Num.of(cut) : Num.between(low, high);
            }
            next = k == 0 ? next.add(margin).add(margin) : low;
            low = found >= i ? cut : low;
            high = found >= i ? high : cut;
        }
        return Num.between(low, high);
    }

    private static BigInteger commonDenominator(Mat g) {
        BigInteger common = BigInteger.ONE;
        for (Num entry : g.entries) {
            BigInteger den = common.bitLength() > LONGEST_DENOMINATOR ? BigInteger.ONE : entry.low.den();
            common = common.multiply(den).divide(common.gcd(den));
        }
        return common;
    }

    /** About the i-th largest eigenvalue, by bisection with negative pivots in doubles. */
    private static Rational estimate(Mat g, int i, Rational trace) {
        double[] scaled = g.entries.stream()
                .mapToDouble(x -> trace.signum() == 0 ? 0 : -x.low.divide(trace).toDouble())
                .toArray();
        double low = 0;
        double high = 1;
        for (int k = 0; trace.signum() > 0 && k < 52; k++) {
            double middle = (low + high) / 2;
            boolean above = roughNegativePivots(scaled.clone(), g.rows, middle) >= i;
            low = above ? middle : low;
            high = above ? high : middle;
        }
        return Rational.of((long) (low * 0x1p52))
                .multiply(Rational.powerOfTwo(-52))
                .multiply(trace);
    }

    private static int roughNegativePivots(double[] a, int n, double t) {
        int negative = 0;
        for (int k = 0; k < n; k++) {
            a[k * n + k] += t;
        }
        for (int k = 0; k < n; k++) {
            double pivot = a[k * n + k] == 0 ? 0x1p-60 : a[k * n + k];
            negative += pivot < 0 ? 1 : 0;
            for (int i = k + 1; i < n; i++) {
                double factor = a[i * n + k] / pivot;
                for (int j = k + 1; j < n; j++) {
                    a[i * n + j] -= factor * a[k * n + j];
                }
            }
        }
        return negative;
    }

    private static Mat shifted(Mat g, Rational t) {
        return Mat.identity(g.rows).map(Num.of(t)::multiply).with(g, Num::subtract);
    }

    /** Whether fewer than i eigenvalues are above t and at most n - i below. */
    private static boolean isEigenvalue(Mat g, Rational t, int i) {
        int above = negativePivots(shifted(g, t));
        int below = negativePivots(shifted(g, t).map(Num::negate));
        return above >= 0 && below >= 0 && above < i && below <= g.rows - i;
    }

    /**
     * The number of negative eigenvalues of every symmetric matrix with this lower triangle, that is of negative pivots
     * (Sylvester's law of inertia), pivots being sought on the diagonal; -1 where all of them may be 0, but not all the rest is.
     */
    private static int negativePivots(Mat matrix) {
        int n = matrix.rows;
        int pivot = 0;
        while (pivot < n && matrix.get(pivot, pivot).containsZero()) {
            pivot++;
        }
        if (pivot == n) {
            return matrix.entries.stream().allMatch(Num::isZero) ? 0 : -1;
        }
        int p = pivot;
        Num divisor = matrix.get(p, p);
        Mat column = Mat.of(n, 1, (i, j) -> matrix.get(Math.max(i, p), Math.min(i, p)));
        Mat factors = column.map(x -> x.divide(divisor));
        int rest = negativePivots(Mat.of(n - 1, n - 1, (i, j) -> {
            int row = i < p ? i : i + 1;
            int other = j < p ? j : j + 1;
            Num change = j > i ? Num.ZERO : factors.get(row, 0).multiply(column.get(other, 0));
            return j > i ? Num.ZERO : matrix.get(row, other).subtract(change);
        }));
        return rest < 0 ? -1 : rest + (divisor.low.signum() < 0 ? 1 : 0);
    }
}
