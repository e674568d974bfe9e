package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Truth;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** On which side of a kink a number lies, and constants. */
final class Sides {
    static final BigFraction HALF = new BigFraction(1, 2);

    private Sides() {}

    /**
     * 1 if x is certainly above the kink, -1 if below.
     *
     * @throws NoValueException undefined at the kink, undecided where it cannot be told
     */
    static <N> int of(Arithmetic<N> numbers, N x, N kink) {
        if (numbers.less(kink, x) == Truth.TRUE) {
            return 1;
        }
        if (numbers.less(x, kink) == Truth.TRUE) {
            return -1;
        }
        throw numbers.equal(x, kink) == Truth.TRUE
                ? NoValueException.undefined("a derivative at a kink")
                : NoValueException.undecided("a derivative near a kink");
    }

    /** The slope of a line bent at 0: {@code below} for negative numbers, 1 for positive ones. */
    static <N> N bent(Arithmetic<N> numbers, N x, N below) {
        Optional<N> step = numbers.step(x);
        if (step.isPresent()) {
            return numbers.add(below, numbers.multiply(numbers.subtract(numbers.one(), below), step.get()));
        }
        return of(numbers, x, numbers.zero()) > 0 ? numbers.one() : below;
    }

    static <N> N half(Arithmetic<N> numbers) {
        return numbers.of(HALF);
    }

    static <N> N positivePart(Arithmetic<N> numbers, N x) {
        return numbers.max(x, numbers.zero());
    }

    static <N> N negativePart(Arithmetic<N> numbers, N x) {
        return numbers.min(x, numbers.zero());
    }

    static NoValueException notComputed(Enum<?> function) {
        return NoValueException.undecided(
                function.name().toLowerCase(java.util.Locale.ROOT) + " is not computed in this arithmetic");
    }
}
