package gradlab.analysis.arithmetic;

import gradlab.analysis.exact.Surd;
import java.util.List;
import java.util.Optional;

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
                ? spanned(List.of(
                        operation.apply(low(a), low(b)),
                        operation.apply(low(a), high(b)),
                        operation.apply(high(a), low(b)),
                        operation.apply(high(a), high(b))))
                : Optional.empty();
    }

    /** The image under what is monotone, or monotone on either side of 0 with the value 0 there. */
    static Optional<Real> image(Real a, Single operation) {
        if (!is(a)) {
            return Optional.empty();
        }
        Optional<Surd> low = operation.apply(low(a));
        Optional<Surd> high = operation.apply(high(a));
        return spanned(holdsZero(a) ? List.of(low, high, Optional.of(Surd.ZERO)) : List.of(low, high));
    }

    /** The numbers between the least and the largest of some, if all are known. */
    private static Optional<Real> spanned(List<Optional<Surd>> corners) {
        List<Surd> known = corners.stream().flatMap(Optional::stream).sorted().toList();
        return known.size() == corners.size()
                ? Optional.of(between(known.get(0), known.get(known.size() - 1)))
                : Optional.empty();
    }

    /** The numbers between two ends. */
    static Real between(Surd low, Surd high) {
        return low.equals(high) ? new Real.Exact(low) : new Real.Between(low, high);
    }
}
