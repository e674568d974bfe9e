package gradlab.analysis.arithmetic;

import gradlab.analysis.exact.SpectralComparison;
import gradlab.analysis.exact.SpectralRadiusComparison;
import gradlab.analysis.exact.Surd;
import gradlab.analysis.interval.Interval;
import java.util.OptionalInt;

/** Compares real numbers: by their enclosures where these are apart, exactly where both are known well enough. */
final class RealComparison {

    private RealComparison() {}

    static Truth less(Real a, Real b) {
        if (a instanceof Real.Infinite || b instanceof Real.Infinite) {
            return Truth.of(rank(a) < rank(b));
        }
        Interval x = a.enclosure();
        Interval y = b.enclosure();
        if (x.certainlyLess(y)) {
            return Truth.TRUE;
        }
        if (y.certainlyLessOrEqual(x)) {
            return Truth.FALSE;
        }
        if (isRanged(a, b)) {
            return ExactRange.high(a).compareTo(ExactRange.low(b)) < 0
                    ? Truth.TRUE
                    : ExactRange.high(b).compareTo(ExactRange.low(a)) <= 0 ? Truth.FALSE : Truth.UNDECIDED;
        }
        if (RealSpectra.dominates(a, b)) {
            return Truth.FALSE;
        }
        OptionalInt sign = exactly(a, b);
        return sign.isPresent() ? Truth.of(sign.getAsInt() < 0) : Truth.UNDECIDED;
    }

    static Truth equal(Real a, Real b) {
        if (a instanceof Real.Infinite || b instanceof Real.Infinite) {
            return Truth.of(rank(a) == rank(b));
        }
        if (!a.enclosure().overlaps(b.enclosure())) {
            return Truth.FALSE;
        }
        if (isRanged(a, b)) {
            boolean apart = less(a, b) == Truth.TRUE || less(b, a) == Truth.TRUE;
            return apart ? Truth.FALSE : Truth.UNDECIDED;
        }
        OptionalInt sign = exactly(a, b);
        if (sign.isPresent()) {
            return Truth.of(sign.getAsInt() == 0);
        }
        boolean points = a.enclosure().isPoint() && b.enclosure().isPoint();
        return points ? Truth.TRUE : Truth.UNDECIDED;
    }

    /** Whether both have exact ends, and one of them two. */
    private static boolean isRanged(Real a, Real b) {
        return (a instanceof Real.Between || b instanceof Real.Between) && ExactRange.is(a) && ExactRange.is(b);
    }

    /** -1, 0, 1 for minus infinity, a real number, infinity. */
    private static int rank(Real a) {
        return a instanceof Real.Infinite infinite ? (infinite.positive() ? 1 : -1) : 0;
    }

    private static OptionalInt exactly(Real a, Real b) {
        if (a.equals(b) && !(a instanceof Real.Enclosed) && !(a instanceof Real.Between)) {
            return OptionalInt.of(0);
        }
        if (b instanceof Real.Exact c) {
            return againstExact(a, c.value());
        }
        if (a instanceof Real.Exact c) {
            return opposite(againstExact(b, c.value()));
        }
        return a instanceof Real.NormOf x && b instanceof Real.NormOf y
                ? SpectralComparison.norms(x.matrix(), y.matrix())
                : OptionalInt.empty();
    }

    private static OptionalInt againstExact(Real a, Surd c) {
        if (a instanceof Real.Exact x) {
            return OptionalInt.of(x.value().compareTo(c));
        }
        if (a instanceof Real.ShiftedNorm norm) {
            return c.add(norm.shift())
                    .map(sum -> againstExact(new Real.NormOf(norm.matrix(), norm.enclosure()), sum))
                    .orElse(OptionalInt.empty());
        }
        if (c.signum() < 0) {
            return a instanceof Real.Enclosed || a instanceof Real.Between ? OptionalInt.empty() : OptionalInt.of(1);
        }
        if (a instanceof Real.NormOf norm) {
            return SpectralComparison.norm(norm.matrix(), c);
        }
        return a instanceof Real.RadiusOf radius
                ? SpectralRadiusComparison.compare(radius.matrix(), c)
                : OptionalInt.empty();
    }

    private static OptionalInt opposite(OptionalInt sign) {
        return sign.isPresent() ? OptionalInt.of(-sign.getAsInt()) : sign;
    }
}
