package gradlab.dynamics.signal;

import gradlab.analysis.backend.BatchProducts;
import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.block.BatchNormalisation;
import gradlab.analysis.layer.BlockLayer;
import gradlab.analysis.layer.LayerNorm;
import gradlab.analysis.layer.Linearisation;
import gradlab.analysis.random.RandomStream;
import java.util.Optional;

/**
 * One layer of a random network of finite width at a batch of points: {@code W (m phi(N(x))) + b}, or x plus alpha times that.
 * With dropout each entry of m, for each point anew, is 0 or else 1/(1 - dropout).
 */
final class RandomLayer {
    /** So small that it does not show; the theory has none. */
    private static final double EPSILON = 1e-14;

    private final Nonlinearity phi;
    private final Architecture architecture;
    private final double[] weight;
    private final double[] bias;
    private final int width;
    private Optional<Linearisation> normalised = Optional.empty();
    private final double dropout;
    private final RandomStream masks;
    private double[] argument = new double[0];
    private double[] mask = new double[0];

    private RandomLayer(
            Nonlinearity phi,
            Architecture architecture,
            double[] weight,
            double[] bias,
            double dropout,
            RandomStream masks) {
        this.dropout = dropout;
        this.masks = masks;
        this.phi = phi;
        this.architecture = architecture;
        this.weight = weight;
        this.bias = bias;
        this.width = bias.length;
    }

    static RandomLayer draw(
            Nonlinearity phi,
            Architecture architecture,
            Variances variances,
            WeightLaw law,
            int width,
            RandomStream random,
            DenseBackend backend) {
        double[] weight = law.draw(width, variances.weight(), random.split("weight"), backend);
        double[] bias = random.split("bias").gaussians(width);
        double deviation = Math.sqrt(variances.bias());
        for (int i = 0; i < width; i++) {
            bias[i] *= deviation;
        }
        return new RandomLayer(phi, architecture, weight, bias, variances.dropout(), random.split("dropout"));
    }

    /** The affine part alone, of inputs rather than activations. */
    double[] affine(double[] x, int batch) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = bias[i % width];
        }
        BatchProducts.addTimesTransposed(x, 0, weight, 0, y, 0, batch, width, width);
        return y;
    }

    /** The next pre-activations; keeps what {@link #backward} needs. */
    double[] forward(double[] x, int batch) {
        normalised = normalisation(x, batch);
        argument = normalised.isPresent() ? normalised.get().value() : x;
        double[] activations = new double[argument.length];
        for (int i = 0; i < activations.length; i++) {
            activations[i] = phi.value(argument[i]);
        }
        mask = mask(activations.length);
        multiply(activations, mask);
        double[] y = affine(activations, batch);
        return architecture.skip().isPresent() ? added(x, architecture.skip().getAsDouble(), y) : y;
    }

    /** Empty without dropout, so that nothing is drawn. */
    private double[] mask(int length) {
        double[] drawn = new double[dropout > 0 ? length : 0];
        for (int i = 0; i < drawn.length; i++) {
            drawn[i] = masks.nextDouble() < dropout ? 0 : 1 / (1 - dropout);
        }
        return drawn;
    }

    private static void multiply(double[] values, double[] factors) {
        for (int i = 0; i < factors.length; i++) {
            values[i] *= factors[i];
        }
    }

    private Optional<Linearisation> normalisation(double[] x, int batch) {
        return switch (architecture.normalisation()) {
            case NONE -> Optional.empty();
            case LAYER -> Optional.of(LayerNorm.of(EPSILON).at(x, batch));
            case BATCH ->
                Optional.of(BlockLayer.of(new BatchNormalisation(batch, width, 1, false), new double[] {EPSILON})
                        .at(x, 1));
        };
    }

    /** The gradients by what went into the last forward pass. */
    double[] backward(double[] dy, int batch) {
        double[] dx = new double[dy.length];
        BatchProducts.add(dy, 0, weight, 0, dx, 0, batch, width, width);
        for (int i = 0; i < dx.length; i++) {
            dx[i] *= phi.slope(argument[i]);
        }
        multiply(dx, mask);
        double[] through = normalised.isPresent() ? normalised.get().vjp(dx) : dx;
        return architecture.skip().isPresent() ? added(dy, architecture.skip().getAsDouble(), through) : through;
    }

    private static double[] added(double[] x, double factor, double[] y) {
        double[] sum = x.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * y[i];
        }
        return sum;
    }

    /** How many slopes at the one point of the last forward pass are not 0: the rank of W diag(phi') is no more. */
    int alive() {
        int alive = 0;
        for (double x : argument) {
            alive += phi.slope(x) == 0 ? 0 : 1;
        }
        return alive;
    }

    /** W diag(phi') at the one point of the last forward pass of a plain layer without dropout: its Jacobian, row by row. */
    double[] jacobian() {
        double[] jacobian = weight.clone();
        for (int i = 0; i < jacobian.length; i++) {
            jacobian[i] *= phi.slope(argument[i % width]);
        }
        return jacobian;
    }
}
