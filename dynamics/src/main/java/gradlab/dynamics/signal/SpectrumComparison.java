package gradlab.dynamics.signal;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.Vector;
import gradlab.dynamics.signal.PhasePoint.Outcome;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * The singular values of the Jacobians of real networks beside their limit.
 *
 * @param theory the limit
 * @param sample the logarithms of the squared singular values of all networks, ascending, minus infinity for zeros
 * @param width of the networks
 * @param networks how many
 * @param layers in each
 * @param distance the largest distance of the two distributions
 */
public record SpectrumComparison(
        SingularValueDensity theory, Vector sample, int width, int networks, int layers, double distance) {

    /** The variance at which the slopes keep their law from layer to layer, if there is one. */
    public static OptionalDouble stationary(PhasePoint point) {
        if (point.variances().weight() == 0 || point.variances().dropout() > 0) {
            return OptionalDouble.empty();
        }
        if (point.phi().homogeneous()) {
            return OptionalDouble.of(1);
        }
        return point.outcome() == Outcome.SETTLES
                ? OptionalDouble.of(point.variance().value())
                : OptionalDouble.empty();
    }

    /**
     * Networks of this size at this variance, and the limit.
     *
     * @param widthLayersNetworks the sizes
     */
    public static SpectrumComparison of(
            Nonlinearity phi,
            Variances variances,
            double q,
            WeightLaw law,
            int[] widthLayersNetworks,
            long seed,
            DenseBackend backend) {
        int layers = widthLayersNetworks[1];
        SingularValueDensity theory = SingularValueDensity.of(phi, variances.weight(), q, law, layers);
        double[] sample = JacobianSpectra.of(phi, variances, q, law, widthLayersNetworks, seed, backend);
        Arrays.sort(sample);
        return new SpectrumComparison(
                theory,
                Vector.of(sample),
                widthLayersNetworks[0],
                widthLayersNetworks[2],
                layers,
                theory.distance(sample));
    }

    /** The share of zeros in the sample. */
    public double zeros() {
        int zeros = 0;
        while (zeros < sample.size() && sample.get(zeros) == Double.NEGATIVE_INFINITY) {
            zeros++;
        }
        return (double) zeros / sample.size();
    }
}
