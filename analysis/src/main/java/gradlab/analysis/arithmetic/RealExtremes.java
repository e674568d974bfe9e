package gradlab.analysis.arithmetic;

import gradlab.analysis.exact.Surd;
import gradlab.analysis.interval.Interval;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** The smaller and the larger of two numbers or ranges. */
final class RealExtremes {
    private RealExtremes() {}

    static Real min(Real a, Real b) {
        return ranged(a, b, RealExtremes::smaller)
                .orElseGet(() -> chosen(a, b, RealComparison.less(b, a).not(), Interval::min));
    }

    static Real max(Real a, Real b) {
        return ranged(a, b, RealExtremes::larger)
                .orElseGet(() -> chosen(a, b, RealComparison.less(a, b).not(), Interval::max));
    }

    private static Real chosen(Real a, Real b, Truth first, BinaryOperator<Interval> otherwise) {
        return switch (first) {
            case TRUE -> a;
            case FALSE -> b;
            case UNDECIDED, UNDEFINED -> new Real.Enclosed(otherwise.apply(a.enclosure(), b.enclosure()));
        };
    }

    private static Surd smaller(Surd a, Surd b) {
        return a.compareTo(b) <= 0 ? a : b;
    }

    private static Surd larger(Surd a, Surd b) {
        return a.compareTo(b) <= 0 ? b : a;
    }

    /** The ends of the smaller or larger of two ranges are those of the ends. */
    private static Optional<Real> ranged(Real a, Real b, BinaryOperator<Surd> choice) {
        return ExactRange.is(a) && ExactRange.is(b)
                ? Optional.of(ExactRange.between(
                        choice.apply(ExactRange.low(a), ExactRange.low(b)),
                        choice.apply(ExactRange.high(a), ExactRange.high(b))))
                : Optional.empty();
    }
}
