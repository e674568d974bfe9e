package gradlab.analysis.layer;

import gradlab.analysis.operator.OperatorBatch;

/**
 * The Jacobians of a layer at several points, applied together: a product with all of them reads the weights once.
 *
 * @param linearisation the layer at those points
 */
public record Jacobians(Linearisation linearisation) implements OperatorBatch {
    @Override
    public int count() {
        return linearisation.batch();
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
    public double[] apply(double[] x) {
        return linearisation.jvp(x);
    }

    @Override
    public double[] applyTranspose(double[] y) {
        return linearisation.vjp(y);
    }
}
