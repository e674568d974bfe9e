package gradlab.dynamics.signal;

import gradlab.analysis.backend.DenseBackend;
import gradlab.dynamics.signal.Architecture.Normalisation;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything that is to be known of one way to draw random networks: the phase, the prediction by layer, real networks beside it, and
 * the singular values of their Jacobians.
 *
 * @param phi the activation function
 * @param variances how weights, biases and inputs are drawn
 * @param architecture how a layer is built
 * @param law how weight matrices are drawn
 * @param layers how many layers follow the first pre-activations
 * @param width of the real networks
 * @param networks how many of them
 * @param batch how many inputs at once
 * @param correlation of the inputs
 * @param seed of all random numbers
 */
public record PhaseStudy(
        Nonlinearity phi,
        Variances variances,
        Architecture architecture,
        WeightLaw law,
        int layers,
        int width,
        int networks,
        int batch,
        double correlation,
        long seed) {
    private static final int WIDEST_SPECTRUM = 96;
    private static final int MOST_SPECTRA = 4;
    private static final int DEEPEST_SPECTRUM = 60;

    /** Checks the sizes as {@link RandomNetworks} does. */
    public PhaseStudy {
        networks(phi, variances, architecture, law, layers, width, networks, batch, correlation, seed);
    }

    private static RandomNetworks networks(
            Nonlinearity phi,
            Variances variances,
            Architecture architecture,
            WeightLaw law,
            int layers,
            int width,
            int networks,
            int batch,
            double correlation,
            long seed) {
        return RandomNetworks.of(phi, variances)
                .with(architecture, law, batch)
                .withSizes(width, layers, networks)
                .withCorrelation(correlation)
                .withSeed(seed, DenseBackend.fixedOrder());
    }

    /** Computes it all; decompositions with these kernels. */
    public Result run(DenseBackend backend) {
        Propagation prediction = Propagation.of(phi, variances, architecture, correlation, layers);
        RandomNetworks.Measured measured = networks(
                        phi, variances, architecture, law, layers, width, networks, batch, correlation, seed)
                .withSeed(seed, backend)
                .run();
        PhasePoint point = MeanField.of(phi).at(variances);
        return new Result(
                this,
                point,
                critical(),
                prediction,
                measured,
                architecture.isPlain() && law == WeightLaw.GAUSSIAN && variances.dropout() == 0
                        ? FiniteWidth.of(phi, width)
                        : Optional.empty(),
                spectrum(point, backend));
    }

    /** The phase boundary at this bias variance, where sigma_w²/(1 - dropout) makes the first pre-activations no larger. */
    private BoundaryPoint critical() {
        double dropout = variances.dropout();
        PhaseBoundary boundary = PhaseBoundary.of(phi).withInput(variances.input() * (1 - dropout));
        BoundaryPoint without = boundary.at(variances.bias());
        return dropout > 0 ? without.withDropout(dropout) : without;
    }

    private Optional<SpectrumComparison> spectrum(PhasePoint point, DenseBackend backend) {
        OptionalDouble q = SpectrumComparison.stationary(point);
        if (q.isEmpty() || !architecture.isPlain() || layers > DEEPEST_SPECTRUM) {
            return Optional.empty();
        }
        int[] sizes = {Math.min(width, WIDEST_SPECTRUM), layers, Math.min(networks, MOST_SPECTRA)};
        return Optional.of(SpectrumComparison.of(phi, variances, q.getAsDouble(), law, sizes, seed, backend));
    }

    /**
     * What was found.
     *
     * @param study what was asked
     * @param point the phase of the plain network
     * @param critical the boundary of the phases at this bias variance
     * @param prediction theory by layer
     * @param measured real networks
     * @param finiteWidth the correction for their width, where it is known
     * @param spectrum singular values, of plain networks whose slopes have one law in all layers
     */
    public record Result(
            PhaseStudy study,
            PhasePoint point,
            BoundaryPoint critical,
            Propagation prediction,
            RandomNetworks.Measured measured,
            Optional<FiniteWidth> finiteWidth,
            Optional<SpectrumComparison> spectrum) {

        /** Why there are no singular values, or empty. */
        public String spectrumReason() {
            if (spectrum.isPresent()) {
                return "";
            }
            if (!study.architecture.isPlain()) {
                return "the theory is for networks without skips and normalisation";
            }
            if (study.variances.dropout() > 0) {
                return "the theory is for networks without dropout";
            }
            return study.layers > DEEPEST_SPECTRUM
                    ? "for at most " + DEEPEST_SPECTRUM + " layers"
                    : "the variance settles at no positive number, so the slopes have no one law";
        }

        /** Why there is no correction for finite width, or empty. */
        public String finiteWidthReason() {
            if (finiteWidth.isPresent()) {
                return "";
            }
            return study.variances.dropout() > 0
                    ? "it is known without dropout only"
                    : "it is known for plain networks with Gaussian weights and piecewise linear functions only";
        }

        /** The growth of squared gradients a layer in deep networks of this kind. */
        public OptionalDouble limitingGrowth() {
            return Propagation.limitingGrowth(study.phi, study.variances, study.architecture);
        }

        /** The power of the depth with which squared gradients grow, where it is one. */
        public OptionalDouble power() {
            return Propagation.power(study.phi, study.variances, study.architecture);
        }

        /** The verdict for this kind of network. */
        public PhasePoint.Verdict verdict() {
            return study.architecture.isPlain()
                    ? point.verdict()
                    : Propagation.verdict(study.phi, study.variances, study.architecture);
        }

        /** Whether the theory neglects what a small batch does. */
        public boolean isLargeBatchTheory() {
            return study.architecture.normalisation() == Normalisation.BATCH;
        }
    }
}
