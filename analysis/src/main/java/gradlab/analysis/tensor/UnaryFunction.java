package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;

/**
 * A function of one number and its slope, in binary64 and in every arithmetic. The binary64 methods use
 * {@link StrictMath} alone, return NaN exactly for NaN (or where there is no value), and follow a convention at kinks;
 * the others throw {@link gradlab.analysis.arithmetic.NoValueException} where there is no value or slope.
 */
public interface UnaryFunction {
    /** f(x). */
    double value(double x);

    /** f'(x), or the convention at a kink. */
    double slope(double x);

    /** Whether f has no derivative at x although it has a value. */
    default boolean kink(double x) {
        return false;
    }

    /** f(x). */
    <N> N value(Arithmetic<N> numbers, N x);

    /** f'(x); undefined at a kink. */
    <N> N slope(Arithmetic<N> numbers, N x);
}
