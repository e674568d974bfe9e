package gradlab.verification.recheck;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Spectral radius and abscissa of any square matrix up to order {@value #LARGEST_ORDER}, from its characteristic polynomial: by
 * bisection, where the Schur-Cohn recursion tells whether all roots lie inside a circle, and Routh's array whether all lie left
 * of a line. Where an end is a root itself, exactly, and no other is beyond it, the value is exact.
 */
final class Moduli {
    private static final int LARGEST_ORDER = 12;
    private static final int MOST_CUTS = 140;
    private static final Rational ACCURACY = Rational.powerOfTwo(-70);
    /** Not the middle, where round numbers are. */
    private static final Rational CUT = Rational.of(49).divide(Rational.of(100));

    private Moduli() {}

    /** Whether all roots of a polynomial, by rising powers, are within a bound. */
    private interface Test {
        Answer within(List<Num> polynomial, Rational bound);
    }

    /** The largest modulus of an eigenvalue. */
    static Num radius(Mat a) {
        List<Num> polynomial = characteristic(a);
        return between(polynomial, Rational.ZERO, bound(a), Moduli::isInCircle, true);
    }

    /** The largest real part of an eigenvalue. */
    static Num abscissa(Mat a) {
        Rational bound = bound(a);
        return between(characteristic(a), bound.negate(), bound, Moduli::isLeftOf, false);
    }

    private static Rational bound(Mat a) {
        return a.norminf().high.add(Rational.powerOfTwo(-20)).up(64);
    }

    private static Num between(List<Num> p, Rational least, Rational most, Test test, boolean modulus) {
        Rational low = least;
        Rational high = most;
        int failures = 0;
        for (int k = 0; k < MOST_CUTS && failures < 8; k++) {
            Rational width = high.subtract(low);
            if (width.compareTo(ACCURACY.multiply(low.abs().max(high.abs()))) <= 0) {
                break;
            }
            Rational share =
                    failures == 0 ? CUT : Rational.of(29 + 5L * failures).divide(Rational.of(100));
            Rational cut = low.add(width.multiply(share)).down(96);
            Answer within = test.within(p, cut);
            failures = within == Answer.UNDECIDED ? failures + 1 : 0;
            high = within == Answer.HOLDS ? cut : high;
            low = within == Answer.VIOLATED ? cut : low;
        }
        return sharpened(p, low, high, test, modulus);
    }

    /** The simplest rational number inside, if it is a root and all others are strictly within it. */
    private static Num sharpened(List<Num> p, Rational low, Rational high, Test test, boolean modulus) {
        Rational simple = simplest(low, high);
        List<Num> rest = without(p, simple);
        rest = modulus ? without(rest, simple.negate()) : rest;
        boolean isBound =
                rest.size() == 1 || ((simple.signum() != 0 || !modulus) && test.within(rest, simple) == Answer.HOLDS);
        boolean exact = rest.size() < p.size() && isBound;
        return exact ? Num.of(simple) : Num.between(low, high);
    }

    /** Divided by z - r as often as that goes exactly. */
    private static List<Num> without(List<Num> p, Rational r) {
        List<Num> rest = p;
        while (rest.size() > 1) {
            List<Num> quotient = new ArrayList<>();
            Num carry = Num.ZERO;
            for (int k = rest.size() - 1; k >= 0; k--) {
                carry = carry.multiply(Num.of(r)).add(rest.get(k));
                quotient.add(0, carry);
            }
            if (!carry.isZero()) {
                return rest;
            }
            rest = quotient.subList(1, quotient.size());
        }
        return rest;
    }

    /** The rational number of smallest denominator from low to high. */
    static Rational simplest(Rational low, Rational high) {
        if (low.signum() <= 0 && high.signum() >= 0) {
            return Rational.ZERO;
        }
        if (high.signum() < 0) {
            return simplest(high.negate(), low.negate()).negate();
        }
        BigInteger floor = low.floor();
        Rational whole = Rational.of(floor);
        if (whole.equals(low)) {
            return whole;
        }
        Rational next = Rational.of(floor.add(BigInteger.ONE));
        if (next.compareTo(high) <= 0) {
            return next;
        }
        return whole.add(Rational.ONE.divide(
                simplest(Rational.ONE.divide(high.subtract(whole)), Rational.ONE.divide(low.subtract(whole)))));
    }

    /** det(z I - A) by rising powers of z, by the Faddeev-LeVerrier recurrence. */
    private static List<Num> characteristic(Mat a) {
        int n = a.rows;
        if (n > LARGEST_ORDER) {
            throw NoValue.undecided("the eigenvalues of a matrix above order " + LARGEST_ORDER);
        }
        List<Num> coefficients = new ArrayList<>(List.of(Num.ONE));
        Mat m = Mat.identity(n);
        for (int k = 1; k <= n; k++) {
            Mat product = a.times(m);
            Num c = product.trace().divide(Num.of(-k));
            coefficients.add(0, c);
            m = Mat.identity(n).map(c::multiply).with(product, Num::add);
        }
        return coefficients;
    }

    /** |z| < r for all roots: of p(r z), in each step the last coefficient must be the larger (schur1917). */
    private static Answer isInCircle(List<Num> p, Rational r) {
        List<Num> q = new ArrayList<>();
        Num power = Num.ONE;
        for (Num coefficient : p) {
            q.add(coefficient.multiply(power).blurred());
            power = power.multiply(Num.of(r)).blurred();
        }
        while (q.size() > 1) {
            int n = q.size() - 1;
            Num first = q.get(0);
            Num last = q.get(n);
            Answer larger = first.abs().less(last.abs());
            if (larger != Answer.HOLDS || last.containsZero()) {
                return larger == Answer.HOLDS ? Answer.UNDECIDED : larger;
            }
            List<Num> before = q;
            Num ratio = first.divide(last);
            q = IntStream.rangeClosed(1, n)
                    .mapToObj(k -> before.get(k).subtract(ratio.multiply(before.get(n - k))))
                    .toList();
        }
        return Answer.HOLDS;
    }

    /** Re z < s for all roots: of p(z + s), the first column of Routh's array must be above 0. */
    private static Answer isLeftOf(List<Num> p, Rational s) {
        List<Num> q = new ArrayList<>(p);
        for (int from = 0; from < q.size() - 1; from++) {
            for (int k = q.size() - 2; k >= from; k--) {
                q.set(k, q.get(k).add(q.get(k + 1).multiply(Num.of(s))).blurred());
            }
        }
        int n = q.size() - 1;
        Function<Integer, Num> at = k -> k >= 0 ? q.get(k) : Num.ZERO;
        List<Num> upper = IntStream.rangeClosed(0, n / 2)
                .mapToObj(k -> at.apply(n - 2 * k))
                .toList();
        List<Num> lower = IntStream.rangeClosed(0, n / 2)
                .mapToObj(k -> at.apply(n - 1 - 2 * k))
                .toList();
        for (int row = 1; row <= n; row++) {
            Num pivot = lower.get(0);
            if (pivot.low.signum() <= 0) {
                return pivot.high.signum() <= 0 ? Answer.VIOLATED : Answer.UNDECIDED;
            }
            Num factor = upper.get(0).divide(pivot);
            List<Num> above = upper;
            List<Num> here = lower;
            lower = IntStream.range(0, above.size())
                    .mapToObj(k -> k + 1 < above.size()
                            ? above.get(k + 1).subtract(factor.multiply(here.get(k + 1)))
                            : Num.ZERO)
                    .toList();
            upper = here;
        }
        return Answer.HOLDS;
    }
}
