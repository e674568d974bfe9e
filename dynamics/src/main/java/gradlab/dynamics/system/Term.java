package gradlab.dynamics.system;

import gradlab.analysis.tensor.UnaryFunction;

/** A node of formulas that share their parts; operands are numbers of earlier nodes of the same {@link Terms}. Truth is 1 or 0. */
sealed interface Term {

    /** A number. */
    record Constant(double value) implements Term {}

    /** A parameter, with its value. */
    record Parameter(String name, double value) implements Term {}

    /** A coordinate of the state. */
    record Variable(int index) implements Term {}

    /** f(a). */
    record Function(UnaryFunction function, int a) implements Term {}

    /** f'(a). */
    record Slope(UnaryFunction function, int a) implements Term {}

    /** An operation on two. */
    record Binary(Operation operation, int a, int b) implements Term {}

    /** {@code if(condition, yes, no)}. */
    record Choice(int condition, int yes, int no) implements Term {}
}
