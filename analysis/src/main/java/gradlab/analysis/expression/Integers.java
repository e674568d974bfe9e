package gradlab.analysis.expression;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.arithmetic.Truth;
import java.math.BigInteger;

/** Numbers where an integer is needed: sizes, indices, repetitions. */
final class Integers {

    /** Most rows or columns of what an expression builds. */
    static final int LONGEST = 4_096;

    /** Most entries of what an expression builds. */
    static final int MOST_ENTRIES = 1_000_000;

    /** Most repetitions: of a layer, a factor or a term. */
    static final int MOST_REPETITIONS = 10_000;

    private Integers() {}

    /** The integer that a number is, between bounds. */
    static <N> int of(Arithmetic<N> numbers, N number, int least, int most) {
        BigInteger value = numbers.integer(number).orElseThrow(() -> notAnInteger(numbers, number));
        if (value.compareTo(BigInteger.valueOf(least)) < 0 || value.compareTo(BigInteger.valueOf(most)) > 0) {
            throw new ShapeException("the integer " + shown(value), "one from " + least + " to " + most);
        }
        return value.intValueExact();
    }

    private static <N> RuntimeException notAnInteger(Arithmetic<N> numbers, N number) {
        if (numbers.equal(number, numbers.floor(number)) == Truth.FALSE) {
            return new ShapeException("the number " + numbers.approximate(number), "an integer");
        }
        return NoValueException.undecided("an integer is needed and the number is not known exactly");
    }

    private static String shown(BigInteger value) {
        return value.bitLength() > 100 ? "of " + value.bitLength() + " bits" : value.toString();
    }
}
