package gradlab.dynamics.blueprint;

import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Linearisation;
import gradlab.analysis.layer.ParameterBlock;
import gradlab.analysis.layer.WrappedLinearisation;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.Euclidean;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A layer whose first parameter, a matrix W, is divided by an estimate s = u'W v of its largest singular value (miyato2018):
 * every training step takes one step of the power method, u and v are then held fixed, so that the gradient by W is (G - (sum
 * of G times W/s) u v')/s for a gradient G by W/s.
 */
final class SpectralWeight implements Layer {
    private static final int FIRST_STEPS = 30;

    private final double[] parameters;
    private final double[] left;
    private final double[] right;
    private final double norm;
    private final Layer normalised;

    private SpectralWeight(double[] parameters, double[] left, double[] right, double norm, Layer normalised) {
        this.parameters = parameters;
        this.left = left;
        this.right = right;
        this.norm = norm;
        this.normalised = normalised;
    }

    /**
     * The layer over W/s.
     *
     * @param parameters W, rows by columns, and the layer's other parameters
     * @param layer the layer from such parameters
     */
    static Layer of(Site site, double[] parameters, int rows, Function<double[], Layer> layer, int columns) {
        String name = site.path() + "/singular-vector";
        Mode mode = site.mode();
        boolean known = mode.buffers().find(name).isPresent();
        double[] left = mode.buffers()
                .find(name)
                .map(double[]::clone)
                .orElseGet(() ->
                        unit(RandomStream.of(0, "singular vector").split(name).gaussians(rows)));
        int steps = !known ? FIRST_STEPS : mode.observing() ? 1 : 0;
        double[] right = unit(times(parameters, left, rows, columns, true));
        for (int i = 0; i < steps; i++) {
            left = unit(times(parameters, right, rows, columns, false));
            right = unit(times(parameters, left, rows, columns, true));
        }
        if (mode.observing()) {
            mode.buffers().put(name, left);
        }
        double norm = Math.max(Euclidean.dot(left, times(parameters, right, rows, columns, false)), 1e-12);
        double[] divided = parameters.clone();
        for (int i = 0; i < rows * columns; i++) {
            divided[i] /= norm;
        }
        return new SpectralWeight(parameters, left, right, norm, layer.apply(divided));
    }

    private static double[] times(double[] w, double[] x, int rows, int columns, boolean transposed) {
        double[] y = new double[transposed ? columns : rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                y[transposed ? j : i] += w[i * columns + j] * x[transposed ? i : j];
            }
        }
        return y;
    }

    private static double[] unit(double[] x) {
        double length = Euclidean.norm(x);
        for (int i = 0; length > 0 && i < x.length; i++) {
            x[i] /= length;
        }
        return x;
    }

    @Override
    public int outputs(int inputs) {
        return normalised.outputs(inputs);
    }

    @Override
    public List<ParameterBlock> parameterBlocks() {
        return normalised.parameterBlocks();
    }

    @Override
    public double[] parameters() {
        return parameters.clone();
    }

    @Override
    public Linearisation at(double[] x, int batch) {
        return new At(normalised.at(x, batch));
    }

    @Override
    public String toString() {
        return normalised + " over its norm";
    }

    private final class At implements WrappedLinearisation {
        private final Linearisation inner;

        At(Linearisation inner) {
            this.inner = inner;
        }

        @Override
        public Linearisation inner() {
            return inner;
        }

        @Override
        public double[] backward(double[] dy, double[] gradient, int offset) {
            double[] own = new double[parameters.length];
            double[] dx = inner.backward(dy, own, 0);
            int size = left.length * right.length;
            double along = Euclidean.dot(Arrays.copyOf(own, size), Arrays.copyOf(parameters, size)) / norm;
            for (int i = 0; i < own.length; i++) {
                gradient[offset + i] +=
                        i < size ? (own[i] - along * left[i / right.length] * right[i % right.length]) / norm : own[i];
            }
            return dx;
        }
    }
}
