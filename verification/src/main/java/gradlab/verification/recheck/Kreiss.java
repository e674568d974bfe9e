package gradlab.verification.recheck;

import java.util.ArrayList;
import java.util.List;

/**
 * Bounds of Kreiss constants that need nothing but norms of powers. From above: the resolvent is the sum of A^k/z^(k+1), so that
 * the constant is at most the supremum over p > 1 of (p - 1) times the sum of ‖A^k‖/p^(k+1), taken on cells of p. From below:
 * the resolvent at some points. A flow x' = A x is looked at in steps t of time: with B = exp(t A), the integral of
 * exp(-x s) ‖exp(s A)‖ is at most exp(t a) times that sum for B, where a is the logarithmic norm of A, if it is above 0.
 */
final class Kreiss {
    private static final int MOST_POWERS = 1500;
    private static final Rational SMALL = Rational.powerOfTwo(-10);
    private static final Rational RATIO = Rational.of(129).divide(Rational.of(128));
    private static final int SHORT = 40;
    private static final int NEAREST = -12;
    private static final int FARTHEST = 6;
    private static final int TERMS = 24;
    private static final int SQUARINGS = 7;
    private static final int[][] DIRECTIONS = {{1, 0, 1}, {-1, 0, 1}, {0, 1, 1}, {3, 4, 5}, {-3, 4, 5}};

    private Kreiss() {}

    /** The supremum of (|z| - 1) ‖(z I - A)^-1‖ over |z| > 1. */
    static Num ofPowers(Mat a) {
        RecheckException.require(a.rows == a.columns && a.rows > 0, "a square matrix");
        Num norm = SingularValues.of(a, 1);
        if (norm.high.compareTo(Rational.ONE) <= 0) {
            return Num.ONE;
        }
        if (Spectrum.radius(a).low.compareTo(Rational.ONE) > 0) {
            throw NoValue.of(true, "an infinite Kreiss constant");
        }
        Rational upper = fromAbove(a, norm);
        Num lower = Num.ONE;
        for (int[] way : DIRECTIONS) {
            for (int k = -6; k <= 3; k++) {
                Num d = Num.of(Rational.powerOfTwo(k)).multiply(norm);
                Num scale = Num.ONE.add(d).divide(Num.of(way[2]));
                lower = lower.max(
                        d.multiply(resolvent(a, scale.multiply(Num.of(way[0])), scale.multiply(Num.of(way[1])))));
            }
        }
        return Num.between(lower.low, upper.max(lower.low));
    }

    /** The supremum of Re z ‖(z I - A)^-1‖ over Re z > 0. */
    static Num ofFlow(Mat a) {
        Num rate = Spectrum.numericalAbscissa(a);
        if (rate.high.signum() <= 0) {
            return Num.ONE;
        }
        if (Spectrum.abscissa(a).low.signum() > 0) {
            throw NoValue.of(true, "an infinite Kreiss constant");
        }
        Num norm = SingularValues.of(a, 1);
        Rational step = Rational.ONE;
        while (norm.high.multiply(step).compareTo(Rational.powerOfTwo(-2)) > 0
                || rate.high.multiply(step).compareTo(Rational.powerOfTwo(-5)) > 0) {
            step = step.multiply(Rational.powerOfTwo(-1));
        }
        Mat b = exponential(a.map(Num.of(step)::multiply));
        Num upper = Num.of(fromAbove(b, norm(b))).multiply(Series.exp(rate.multiply(Num.of(step))));
        Num lower = Num.ONE;
        for (int k = -8; k <= 1; k++) {
            Num x = Num.of(Rational.powerOfTwo(k)).multiply(norm);
            for (int j = 0; j <= 8; j++) {
                Num y = norm.multiply(Num.of(j)).divide(Num.of(8));
                lower = lower.max(x.multiply(resolvent(a, x, y)));
            }
        }
        return Num.between(lower.low, upper.high.max(lower.low));
    }

    /** An upper bound; what is left out of the sum is at most SMALL times the sum, over and over again. */
    private static Rational fromAbove(Mat a, Num first) {
        List<Rational> norms = new ArrayList<>(List.of(Rational.ONE));
        Mat power = a.map(Num::blurred);
        Rational last = first.high.up(SHORT);
        while (last.compareTo(SMALL) > 0) {
            if (norms.size() >= MOST_POWERS) {
                throw NoValue.undecided("a Kreiss constant of powers that decay slowly");
            }
            norms.add(last);
            power = power.times(a).map(Num::blurred);
            last = norm(power).high.up(SHORT);
        }
        Rational norm = norms.size() > 1 ? norms.get(1) : last;
        Rational far = norm.multiply(Rational.powerOfTwo(FARTHEST));
        Rational best = Rational.powerOfTwo(NEAREST).multiply(sum(norms, Rational.ONE));
        Rational from = Rational.powerOfTwo(NEAREST);
        while (from.compareTo(far) <= 0) {
            Rational to = from.timesDown(RATIO, SHORT);
            Rational place = Rational.ONE.divide(Rational.ONE.add(from)).up(SHORT);
            best = best.max(to.multiply(sum(norms, place)).up(SHORT));
            from = to;
        }
        Rational tail = Rational.ONE.divide(Rational.ONE.subtract(SMALL));
        // (p - 1)/(p - norm) falls with p.
        Rational beyond = from.divide(Rational.ONE.add(from).subtract(norm));
        return best.multiply(tail).max(beyond).max(Rational.ONE);
    }

    /** At least the sum of norms_k x^(k+1). */
    private static Rational sum(List<Rational> norms, Rational x) {
        Work.count(norms.size() / 4);
        Rational sum = Rational.ZERO;
        for (int k = norms.size() - 1; k >= 0; k--) {
            sum = sum.add(norms.get(k)).timesUp(x, SHORT);
        }
        return sum;
    }

    /** ‖(z I - A)^-1‖ at z = x + i y, from the real matrix [[x I - A, -y I], [y I, x I - A]]. */
    private static Num resolvent(Mat a, Num x, Num y) {
        int n = a.rows;
        Mat shifted = y.isZero()
                ? Mat.identity(n).map(x::multiply).with(a, Num::subtract)
                : Mat.of(2 * n, 2 * n, (i, j) -> {
                    boolean diagonal = i / n == j / n;
                    Num shift = i % n != j % n ? Num.ZERO : diagonal ? x : i < n ? y.negate() : y;
                    return diagonal ? shift.subtract(a.get(i % n, j % n)) : shift;
                });
        try {
            return norm(shifted.map(Num::blurred).inverse());
        } catch (NoValue e) {
            return Num.ZERO;
        }
    }

    /** With G = A'A of order n, trace(G^64) is at least the norm of G to the 64 and at most n times that. */
    private static Num norm(Mat a) {
        Mat gram = a.transpose().times(a).map(Num::blurred);
        for (int k = 0; k < SQUARINGS; k++) {
            gram = gram.times(gram).map(Num::blurred);
        }
        Num trace = gram.trace().max(Num.ZERO);
        Num high = Num.of(trace.high);
        Num low = Num.of(trace.low).divide(Num.of(a.rows));
        for (int k = 0; k <= SQUARINGS; k++) {
            high = Num.of(high.sqrt().high);
            low = Num.of(low.sqrt().low);
        }
        return Num.between(low.low, high.high);
    }

    /** Of a matrix of norm at most 1/4, by its series; all that is left out has norm at most that of the last term. */
    private static Mat exponential(Mat a) {
        Mat sum = Mat.identity(a.rows);
        Mat term = sum;
        for (int k = 1; k <= TERMS; k++) {
            Num divisor = Num.of(k);
            term = term.times(a).map(x -> x.divide(divisor).blurred());
            sum = sum.with(term, Num::add);
        }
        Rational rest = term.sumOfSquares().sqrt().high;
        Num around = Num.between(rest.negate(), rest);
        return sum.map(around::add);
    }
}
