package gradlab.analysis.arithmetic;

import gradlab.analysis.exact.Surd;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Images of ranges with exact ends, so that a bound that is reached at the edge of a box is seen to hold there. A sum, a
 * product and a quotient are monotone in each operand, so their images are spanned by the values at the corners.
 */
final class ExactRange {

    /** Ends longer than this are not worth their cost. */
    private static final int MOST_BITS = 512;

    private ExactRange() {}

    /** Whether both ends are known exactly, and short. */
    static boolean is(Real a) {
        return (a instanceof Real.Exact || a instanceof Real.Between)
                && low(a).bitLength() <= MOST_BITS
                && high(a).bitLength() <= MOST_BITS;
    }

    static Surd low(Real a) {
        return a instanceof Real.Exact exact ? exact.value() : ((Real.Between) a).low();
    }

    static Surd high(Real a) {
        return a instanceof Real.Exact exact ? exact.value() : ((Real.Between) a).high();
    }

    /** Whether 0 is inside. */
    static boolean holdsZero(Real a) {
        return low(a).signum() <= 0 && high(a).signum() >= 0;
    }

    /** A partial operation on exact numbers. */
    interface Pair {
        Optional<Surd> apply(Surd a, Surd b);
    }

    /** A partial operation on an exact number. */
    interface Single {
        Optional<Surd> apply(Surd a);
    }

    /** The image under what is monotone in each operand. */
    static Optional<Real> image(Real a, Real b, Pair operation) {
        return is(a) && is(b)
                ? spanned(
                        operation.apply(low(a), low(b)),
                        operation.apply(low(a), high(b)),
                        operation.apply(high(a), low(b)),
                        operation.apply(high(a), high(b)))
                : Optional.empty();
    }

    /** The image under what is monotone, or monotone on either side of 0 with the value 0 there. */
    static Optional<Real> image(Real a, Single operation) {
        if (!is(a)) {
            return Optional.empty();
        }
        Optional<Surd> low = operation.apply(low(a));
        Optional<Surd> high = operation.apply(high(a));
        return holdsZero(a) ? spanned(low, high, Optional.of(Surd.ZERO)) : spanned(low, high);
    }

    @SafeVarargs
    private static Optional<Real> spanned(Optional<Surd>... corners) {
        if (Stream.of(corners).anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Surd low = Stream.of(corners)
                .flatMap(Optional::stream)
                .min(Surd::compareTo)
                .orElseThrow();
        Surd high = Stream.of(corners)
                .flatMap(Optional::stream)
                .max(Surd::compareTo)
                .orElseThrow();
        return Optional.of(between(low, high));
    }

    /** The numbers between two ends. */
    static Real between(Surd low, Surd high) {
        return low.equals(high) ? new Real.Exact(low) : new Real.Between(low, high);
    }
}
