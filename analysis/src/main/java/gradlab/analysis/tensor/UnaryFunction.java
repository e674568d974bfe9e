package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;

/**
 * A function of one number and its slope, in binary64 and in every arithmetic. Those for every arithmetic throw
 * {@link gradlab.analysis.arithmetic.NoValueException} where there is no value or slope.
 */
public interface UnaryFunction extends ScalarFunction {
    /** f(x). */
    <N> N value(Arithmetic<N> numbers, N x);

    /** f'(x); undefined at a kink. */
    <N> N slope(Arithmetic<N> numbers, N x);
}
