package gradlab.dynamics.signal;

import gradlab.analysis.operator.Vector;
import gradlab.dynamics.signal.Architecture.Normalisation;
import gradlab.dynamics.signal.PhasePoint.Verdict;
import java.util.OptionalDouble;

/**
 * Mean-field theory layer by layer: variance and correlation of the pre-activations of two inputs, and the factor of the mean
 * squared gradient, from the first pre-activations on.
 *
 * <p>With variance q and covariance k of two inputs, the argument of phi has variance r = q, 1, 1 and correlation k/q, k/q, 0 for no,
 * layer and batch normalisation (the last for large batches of equally correlated inputs, whose common part it removes), and the
 * normalisation divides gradients by s = 1, q, q - k. Then {@code V = sigma_w² E phi² + sigma_b²}, {@code K} likewise of the
 * product, and {@code G = sigma_w² E phi'²/s} (with dropout sigma_w²/(1 - dropout) in V and G, but not in K) give the next {@code q = V, k = K} and the factor G; with a skip
 * {@code q + alpha² V, k + alpha² K} and {@code 1 + alpha² G}, since weights of mean 0 make the cross terms vanish. The projections
 * in the derivatives of normalisations are neglected: they take a share 1/n or 1/batch (schoenholz2017, yangschoenholz2017,
 * yang2019). Cost: two nested quadratures a layer where phi is not piecewise linear.
 *
 * @param variances q by layer, from the first pre-activations; infinite from where it is above 1e300
 * @param correlations k/q by layer; NaN where q is 0 or infinite
 * @param growths the factor of the mean squared gradient between a layer and the next, one fewer
 */
public record Propagation(Vector variances, Vector correlations, Vector growths) {
    private static final double LARGEST = 1e300;
    private static final int MOST_LAYERS = 100_000;

    /**
     * The prediction.
     *
     * @param correlation of the two inputs, between -1 and 1
     * @param layers how many layers follow the first pre-activations
     */
    public static Propagation of(
            Nonlinearity phi, Variances variances, Architecture architecture, double correlation, int layers) {
        if (!(Math.abs(correlation) <= 1)) {
            throw new IllegalArgumentException("correlation must be between -1 and 1, was " + correlation);
        }
        if (layers < 1 || layers > MOST_LAYERS) {
            throw new IllegalArgumentException("layers must be between 1 and " + MOST_LAYERS + ", was " + layers);
        }
        Run run = new Run(GaussianMeans.of(phi), variances, architecture);
        double covariance = variances.weight() * variances.input() * correlation + variances.bias();
        return run.from(new State(variances.first(), covariance), layers);
    }

    /** The mean squared gradient at each layer over that at the last. */
    public Vector gradients() {
        double[] gradients = new double[growths.size() + 1];
        gradients[growths.size()] = 1;
        for (int i = growths.size() - 1; i >= 0; i--) {
            gradients[i] = gradients[i + 1] * growths.get(i);
        }
        return Vector.of(gradients);
    }

    /** The factor of the last layer, near its limit in deep networks. */
    public double lastGrowth() {
        return growths.get(growths.size() - 1);
    }

    /**
     * The limit of the factor in ever deeper networks of this kind, where it is known: with a skip and a normalisation, or a
     * bounded phi, the variance grows for ever and the limit is 1.
     */
    public static OptionalDouble limitingGrowth(Nonlinearity phi, Variances variances, Architecture architecture) {
        GaussianMeans means = GaussianMeans.of(phi);
        double square = means.square(1).value();
        double slope = variances.kept() * means.slopeSquare(1).value();
        boolean normalised = architecture.normalisation() != Normalisation.NONE;
        if (architecture.skip().isPresent()) {
            double alpha = architecture.skip().getAsDouble();
            if (normalised) {
                return OptionalDouble.of(1);
            }
            boolean stays = variances.weight() == 0
                    || alpha == 0
                    || (variances.bias() == 0 && phi.vanishesAtZero() && variances.input() == 0);
            double far = variances.kept() * phi.farOut().meanSquare();
            return OptionalDouble.of(stays ? 1 : 1 + alpha * alpha * far);
        }
        return switch (architecture.normalisation()) {
            case NONE -> OptionalDouble.of(MeanField.of(phi).chi(variances).value());
            case LAYER -> positive(slope, variances.kept() * square + variances.bias());
            case BATCH -> {
                double mean = means.value(1).value();
                yield positive(slope, variances.kept() * square - variances.weight() * mean * mean);
            }
        };
    }

    private static OptionalDouble positive(double above, double below) {
        return below > 0 ? OptionalDouble.of(above / below) : OptionalDouble.empty();
    }

    /**
     * With a skip and a normalisation, the power of the depth with which squared gradients grow: {@code G(1)/V(1)} for layer
     * normalisation and the same with the variance in place of the mean square for batch normalisation; 1 + alpha² G/(q + l
     * alpha² V) multiplied over the layers l.
     */
    public static OptionalDouble power(Nonlinearity phi, Variances variances, Architecture architecture) {
        boolean normalised = architecture.normalisation() != Normalisation.NONE;
        return normalised && architecture.skip().isPresent()
                ? limitingGrowth(phi, variances, new Architecture(architecture.normalisation(), OptionalDouble.empty()))
                : OptionalDouble.empty();
    }

    /** The verdict of the limiting factor. */
    public static Verdict verdict(Nonlinearity phi, Variances variances, Architecture architecture) {
        return Verdict.of(limitingGrowth(phi, variances, architecture).orElse(0));
    }

    private record State(double variance, double covariance) {}

    private record Run(GaussianMeans means, Variances variances, Architecture architecture) {
        Propagation from(State start, int layers) {
            double[] q = new double[layers + 1];
            double[] c = new double[layers + 1];
            double[] growths = new double[layers];
            State state = start;
            for (int l = 0; l <= layers; l++) {
                boolean large = state.variance > LARGEST;
                q[l] = large ? Double.POSITIVE_INFINITY : state.variance;
                c[l] = large || state.variance == 0 ? Double.NaN : correlation(state);
                if (l < layers) {
                    growths[l] = growth(state);
                    state = large ? state : next(state);
                }
            }
            return new Propagation(Vector.of(q), Vector.of(c), Vector.of(growths));
        }

        private static double correlation(State state) {
            return state.variance == 0 ? 0 : Math.max(-1, Math.min(1, state.covariance / state.variance));
        }

        private double argumentVariance(State state) {
            return architecture.normalisation() == Normalisation.NONE ? state.variance : 1;
        }

        private double growth(State state) {
            double alpha = architecture.skip().orElse(1);
            double divisor = switch (architecture.normalisation()) {
                case NONE -> 1;
                case LAYER -> state.variance;
                case BATCH -> state.variance - state.covariance;
            };
            double q = argumentVariance(state);
            double slope = q > LARGEST
                    ? means.phi().farOut().meanSquare()
                    : means.slopeSquare(q).value();
            double factor = alpha * alpha * variances.kept() * slope / divisor;
            return architecture.skip().isPresent() ? 1 + factor : factor;
        }

        private State next(State state) {
            double q = argumentVariance(state);
            double c = architecture.normalisation() == Normalisation.BATCH ? 0 : correlation(state);
            double variance =
                    means.square(q).affine(variances.kept(), variances.bias()).value();
            double covariance = means.product(q, c)
                    .affine(variances.weight(), variances.bias())
                    .value();
            if (architecture.skip().isEmpty()) {
                return new State(variance, covariance);
            }
            double square =
                    architecture.skip().getAsDouble() * architecture.skip().getAsDouble();
            return new State(state.variance + square * variance, state.covariance + square * covariance);
        }
    }
}
