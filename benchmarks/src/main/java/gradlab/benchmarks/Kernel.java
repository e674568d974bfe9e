package gradlab.benchmarks;

import gradlab.analysis.accelerator.Accelerator;
import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.interval.IntervalMatrix;
import gradlab.analysis.interval.SingularValueEnclosure;
import gradlab.analysis.interval.SpectralNormEnclosure;
import gradlab.analysis.layer.Jacobians;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.ProductSpectrum;
import gradlab.analysis.spectrum.Resolvent;
import gradlab.analysis.spectrum.SpectralNorm;
import gradlab.dynamics.lyapunov.LyapunovSpectrum;
import gradlab.dynamics.system.DenseNetworkMap;
import gradlab.dynamics.system.DynamicalSystem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The kernels that are measured, each on Gaussian matrices of order n. Results are returned so that nothing is skipped. */
public enum Kernel {
    /** A product of two matrices. */
    MULTIPLY,
    /** The thin QR decomposition, Q formed. */
    QR,
    /** The singular values. */
    SINGULAR_VALUES,
    /** Eigenvalues and eigenvectors of a symmetric matrix. */
    SYMMETRIC_EIGEN,
    /** The eigenvalues of a general matrix. */
    EIGENVALUES,
    /** The norm of one dense matrix. */
    NORM,
    /** The norm of the Jacobian of a 50-layer network with Gaussian weights (slopes in [0.5, 1]). */
    JACOBIAN_NORM,
    /** The same with orthogonal weights. */
    ORTHOGONAL_JACOBIAN_NORM,
    /** The norms of the Jacobians of a 50-layer tanh network with Gaussian weights at 32 inputs. */
    JACOBIAN_NORMS,
    /** Proved bounds of the norm. */
    CERTIFIED_NORM,
    /** Proved bounds of all singular values. */
    CERTIFIED_VALUES,
    /** The norm of the resolvent at one point. */
    RESOLVENT,
    /** All singular values of a product of 50 matrices as logarithms. */
    PRODUCT_SPECTRUM,
    /** 1,000 steps (512 from n = 500 on) of all Lyapunov exponents of h <- tanh(W h) at g = 2, with everything around them. */
    LYAPUNOV_SPECTRUM,
    /** As many steps of the largest one alone. */
    LYAPUNOV_LARGEST;

    /** How many inputs {@link #JACOBIAN_NORMS} has. */
    private static final int INPUTS = 32;

    /** One measurable call. */
    @FunctionalInterface
    public interface Call {
        /** Computes and returns something that depends on all of it. */
        Object run();
    }

    /** The call of this kernel for matrices of order n. */
    public Call prepare(int n, Accelerator choice) {
        DenseBackend backend = choice.backend();
        double[] a = RandomStream.of(n, "benchmark").gaussians(n * n);
        return switch (this) {
            case MULTIPLY -> {
                double[] b = RandomStream.of(n, "right factor").gaussians(n * n);
                yield () -> backend.multiply(a, b, n, n, n);
            }
            case QR -> () -> backend.qr(a, n, n);
            case SINGULAR_VALUES -> () -> backend.singularValues(a, n, n);
            case SYMMETRIC_EIGEN -> {
                double[] symmetric = symmetric(a, n);
                yield () -> backend.symmetricEigen(symmetric, n);
            }
            case EIGENVALUES -> () -> backend.eigenvalues(a, n);
            case NORM -> {
                DenseMatrix matrix = DenseMatrix.of(n, n, a);
                yield () -> SpectralNorm.withDefaults().withBackend(backend).of(matrix);
            }
            case JACOBIAN_NORM -> {
                LinearOperator jacobian = Operators.chain(network(n, 50, false));
                yield () -> SpectralNorm.withDefaults().withBackend(backend).of(jacobian);
            }
            case ORTHOGONAL_JACOBIAN_NORM -> {
                LinearOperator jacobian = Operators.chain(network(n, 50, true));
                yield () -> SpectralNorm.withDefaults().withBackend(backend).of(jacobian);
            }
            case JACOBIAN_NORMS -> {
                Layer network = tanhNetwork(n, 50);
                Jacobians jacobians =
                        new Jacobians(network.at(RandomStream.of(n, "inputs").gaussians(INPUTS * n), INPUTS));
                yield () -> SpectralNorm.withDefaults().ofEach(jacobians);
            }
            case CERTIFIED_NORM -> {
                IntervalMatrix matrix = IntervalMatrix.of(n, n, a);
                yield () -> SpectralNormEnclosure.of(matrix);
            }
            case CERTIFIED_VALUES -> {
                IntervalMatrix matrix = IntervalMatrix.of(n, n, a);
                yield () -> SingularValueEnclosure.of(matrix);
            }
            case RESOLVENT -> {
                Resolvent resolvent = Resolvent.of(DenseMatrix.of(n, n, a));
                yield () -> resolvent.norm(0.5 * Math.sqrt(n), 0.3);
            }
            case LYAPUNOV_SPECTRUM -> exponents(n, n, backend);
            case LYAPUNOV_LARGEST -> exponents(n, 1, backend);
            case PRODUCT_SPECTRUM -> {
                List<LinearOperator> chain = network(n, 50, false);
                yield () -> ProductSpectrum.of(chain);
            }
        };
    }

    private static Call exponents(int n, int k, DenseBackend backend) {
        DynamicalSystem network = DenseNetworkMap.randomUnitsLast("network", n, 2, 1);
        LyapunovSpectrum spectrum = LyapunovSpectrum.withDefaults()
                .withExponents(k)
                .withTransient(0)
                .withSteps(n < 500 ? 1_000 : 512)
                .withBackend(backend);
        return () -> spectrum.of(network);
    }

    private static double[] symmetric(double[] a, int n) {
        double[] symmetric = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                symmetric[i * n + j] = a[i * n + j] + a[j * n + i];
            }
        }
        return symmetric;
    }

    /** Layers D W with Gaussian W of norm about 2, or orthogonal W, and slopes between 0.5 and 1. */
    private static List<LinearOperator> network(int n, int depth, boolean orthogonal) {
        List<LinearOperator> layers = new ArrayList<>();
        for (int l = 0; l < depth; l++) {
            double[] w = weights(n, l);
            double[] slopes = RandomStream.of(l, "slopes").gaussians(n);
            Arrays.setAll(slopes, i -> 0.5 + 0.5 / (1 + slopes[i] * slopes[i]));
            DenseMatrix matrix = orthogonal ? DenseKernels.qr(w, n, n).q() : DenseMatrix.of(n, n, w);
            layers.add(Operators.product(Operators.diagonal(Vector.of(slopes)), matrix));
        }
        return layers;
    }

    private static double[] weights(int n, int layer) {
        double[] w = RandomStream.of(layer, "layer").gaussians(n * n);
        Arrays.setAll(w, i -> w[i] / Math.sqrt(n));
        return w;
    }

    private static Layer tanhNetwork(int n, int depth) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < depth; l++) {
            layers.add(Layers.dense(DenseMatrix.of(n, n, weights(n, l))));
            layers.add(Layers.tanh());
        }
        return Layers.sequential(layers);
    }
}
