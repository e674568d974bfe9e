package gradlab.dynamics.signal;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.ProductSpectrum;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * The singular values of the Jacobians of real plain random networks, whose first pre-activations are Gaussian of a given variance, so
 * that the slopes have the law of the theory from the first layer on. Products are decomposed factor by factor
 * ({@link ProductSpectrum}), so that small singular values keep their digits beside large ones; those beyond the number of slopes that
 * are not 0 are zeros, whatever rounding makes of them. Cost: about layers width³ operations
 * a network.
 */
final class JacobianSpectra {
    private JacobianSpectra() {}

    /** The logarithms of all squared singular values of all networks, minus infinity for zeros. */
    static double[] of(
            Nonlinearity phi,
            Variances variances,
            double q,
            WeightLaw law,
            int[] widthLayersNetworks,
            long seed,
            DenseBackend backend) {
        return IntStream.range(0, widthLayersNetworks[2])
                .parallel()
                .mapToObj(network -> one(
                        phi,
                        variances,
                        q,
                        law,
                        widthLayersNetworks[0],
                        widthLayersNetworks[1],
                        RandomStream.of(seed, "jacobian").split(network),
                        backend))
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static double[] one(
            Nonlinearity phi,
            Variances variances,
            double q,
            WeightLaw law,
            int width,
            int layers,
            RandomStream random,
            DenseBackend backend) {
        double[] x = random.split("inputs").gaussians(width);
        for (int i = 0; i < width; i++) {
            x[i] *= Math.sqrt(q);
        }
        List<DenseMatrix> chain = new ArrayList<>();
        int rank = width;
        for (int l = 0; l < layers; l++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            RandomLayer layer =
                    RandomLayer.draw(phi, Architecture.plain(), variances, law, width, random.split(l), backend);
            x = layer.forward(x, 1);
            rank = Math.min(rank, layer.alive());
            chain.add(DenseMatrix.of(width, width, layer.jacobian()));
        }
        double[] logarithms = ProductSpectrum.of(chain).logarithms().toArray();
        for (int i = 0; i < width; i++) {
            logarithms[i] = i < rank ? 2 * logarithms[i] : Double.NEGATIVE_INFINITY;
        }
        return logarithms;
    }
}
