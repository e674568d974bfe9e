package gradlab.verification.recheck;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The numbers from low to high, both included; an end that is missing is at infinity.
 *
 * @param low the smallest, if there is one
 * @param high the largest, if there is one
 */
record Side(Optional<Rational> low, Optional<Rational> high) {
    /** Every number. */
    static final Side LINE = new Side(Optional.empty(), Optional.empty());

    static Side of(Rational low, Rational high) {
        return new Side(Optional.of(low), Optional.of(high));
    }

    /** Whether it starts no later and ends no earlier than another. */
    boolean contains(Side other) {
        return compareLow(low, other.low) <= 0 && compareHigh(high, other.high) >= 0;
    }

    /** Whether each contains the other at its place. */
    static boolean contain(List<Side> sides, List<Side> others) {
        return IntStream.range(0, others.size()).allMatch(i -> sides.get(i).contains(others.get(i)));
    }

    /** The part from a number on. */
    Side above(Rational cut) {
        return new Side(Optional.of(cut), high);
    }

    /** The part up to a number. */
    Side below(Rational cut) {
        return new Side(low, Optional.of(cut));
    }

    /** Whether a number lies inside, at neither end. */
    boolean hasInside(Rational number) {
        return low.map(number::compareTo).orElse(1) > 0
                && high.map(number::compareTo).orElse(-1) < 0;
    }

    static int compareLow(Optional<Rational> a, Optional<Rational> b) {
        return a.isEmpty() || b.isEmpty()
                ? Boolean.compare(a.isPresent(), b.isPresent())
                : a.get().compareTo(b.get());
    }

    static int compareHigh(Optional<Rational> a, Optional<Rational> b) {
        return a.isEmpty() || b.isEmpty()
                ? Boolean.compare(a.isEmpty(), b.isEmpty())
                : a.get().compareTo(b.get());
    }
}
