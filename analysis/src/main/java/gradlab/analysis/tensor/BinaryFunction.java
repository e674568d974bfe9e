package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;

/**
 * A function of two numbers and its two slopes, in binary64 and in every arithmetic, under the rules of
 * {@link UnaryFunction}.
 */
public interface BinaryFunction {
    /** f(a, b). */
    double value(double a, double b);

    /** df/da, or the convention at a kink. */
    double slopeLeft(double a, double b);

    /** df/db, or the convention at a kink. */
    double slopeRight(double a, double b);

    /** Whether f has no derivative at (a, b) although it has a value. */
    default boolean kink(double a, double b) {
        return false;
    }

    /** f(a, b). */
    <N> N value(Arithmetic<N> numbers, N a, N b);

    /** df/da; undefined at a kink. */
    <N> N slopeLeft(Arithmetic<N> numbers, N a, N b);

    /** df/db; undefined at a kink. */
    <N> N slopeRight(Arithmetic<N> numbers, N a, N b);
}
