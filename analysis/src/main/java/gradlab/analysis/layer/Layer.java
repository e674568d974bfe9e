package gradlab.analysis.layer;

import java.util.List;

/**
 * A differentiable map y = f(x) of a vector, with parameters.
 *
 * <p>Layers are immutable and may be used by several threads at once. Arithmetic is IEEE double precision in a fixed order
 * and transcendental functions are those of {@link StrictMath}, so values have the same bits on any machine. A NaN or an
 * infinity in x shows in y as IEEE arithmetic has it: who must not hand it on, checks.
 */
public interface Layer {
    /**
     * The length of y for an x of the given length.
     *
     * @throws IllegalArgumentException if the layer takes no x of that length
     */
    int outputs(int inputs);

    /**
     * The layer and its derivatives at a batch of points.
     *
     * @param x the points one after another, {@code batch} rows of equal length; copied
     * @param batch the number of points, at least 1
     */
    Linearisation at(double[] x, int batch);

    /** The blocks of the parameters in the order of {@link #parameters()}; empty if there are none. */
    default List<ParameterBlock> parameterBlocks() {
        return List.of();
    }

    /** All parameters in one new array, block after block, matrices row by row. */
    default double[] parameters() {
        return new double[0];
    }

    /** This layer with other parameters, laid out as in {@link #parameters()}; the array is copied. */
    default Layer withParameters(double[] parameters) {
        Checks.length("parameters", parameters, 0);
        return this;
    }

    /**
     * The named layers that this one is made of; empty for a simple layer. A layer with parts has the parameters
     * of its parts, one part after another.
     */
    default List<Part> parts() {
        return List.of();
    }

    /** The number of parameters. */
    default int parameterCount() {
        return parameterBlocks().stream().mapToInt(ParameterBlock::size).sum();
    }

    /** {@code f(x)} in a new array. */
    default double[] value(double[] x) {
        return at(x, 1).value();
    }

    /** {@code J(x) dx}, the derivative in the direction dx, in a new array. */
    default double[] jvp(double[] x, double[] dx) {
        return at(x, 1).jvp(dx);
    }

    /** {@code J(x)' dy}, the gradient of dy'f by x, in a new array. */
    default double[] vjp(double[] x, double[] dy) {
        return at(x, 1).vjp(dy);
    }

    /** The gradient of dy'f by the parameters at x, laid out as in {@link #parameters()}, in a new array. */
    default double[] parameterGradient(double[] x, double[] dy) {
        double[] gradient = new double[parameterCount()];
        at(x, 1).backward(dy, gradient, 0);
        return gradient;
    }
}
