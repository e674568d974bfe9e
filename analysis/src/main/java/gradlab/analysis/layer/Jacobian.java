package gradlab.analysis.layer;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;

/**
 * The Jacobian of a layer at one point as an operator of shape outputs by inputs: {@code apply} is a jvp, {@code
 * applyTranspose} a vjp, each about the cost of the layer's value. No matrix is stored.
 */
public final class Jacobian implements LinearOperator {
    private final Linearisation linearisation;

    private Jacobian(Linearisation linearisation) {
        this.linearisation = linearisation;
    }

    /**
     * The Jacobian at x.
     *
     * @throws IllegalArgumentException if x is not finite or of a length that the layer does not take
     */
    public static Jacobian of(Layer layer, double[] x) {
        Checks.finite("x", x);
        return new Jacobian(layer.at(x, 1));
    }

    /** The Jacobian of a linearisation at one point. */
    public static Jacobian of(Linearisation linearisation) {
        if (linearisation.batch() != 1) {
            throw new IllegalArgumentException("linearisation must be at one point, was at " + linearisation.batch());
        }
        return new Jacobian(linearisation);
    }

    /** The matrix, by min(rows, columns) products. */
    public DenseMatrix dense() {
        return DenseMatrix.of(this);
    }

    /** False where an entry is a convention because the point lies on a kink. */
    public boolean differentiable() {
        return linearisation.differentiable();
    }

    @Override
    public int rows() {
        return linearisation.outputs();
    }

    @Override
    public int columns() {
        return linearisation.inputs();
    }

    @Override
    public void apply(double[] x, double[] into) {
        Checks.length("into", into, rows());
        System.arraycopy(linearisation.jvp(x), 0, into, 0, into.length);
    }

    @Override
    public void applyTranspose(double[] y, double[] into) {
        Checks.length("into", into, columns());
        System.arraycopy(linearisation.vjp(y), 0, into, 0, into.length);
    }
}
