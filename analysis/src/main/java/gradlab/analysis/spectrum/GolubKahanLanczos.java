package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.Svd;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import java.util.ArrayList;
import java.util.List;

/**
 * One run of Golub-Kahan-Lanczos bidiagonalisation {@code A V = U B}, {@code A' U = V B' + beta v e'} with B upper
 * bidiagonal (diagonal alpha, superdiagonal beta) and both bases reorthogonalised twice against all their vectors.
 */
final class GolubKahanLanczos {
    /** Norms of new directions below this, relative to the largest seen, are rounding: the space is invariant. */
    private static final double BREAKDOWN = 1e-15;

    private final Rescaled operator;
    private final double relativeTolerance;
    private final int maxSteps;
    private final List<double[]> right = new ArrayList<>();
    private final List<double[]> left = new ArrayList<>();
    private final List<Double> alphas = new ArrayList<>();
    private final List<Double> betas = new ArrayList<>();
    private double largest;

    GolubKahanLanczos(LinearOperator operator, double relativeTolerance, int maxSteps, long seed) {
        this.relativeTolerance = relativeTolerance;
        this.maxSteps = maxSteps;
        double[] start = RandomStream.of(seed, "spectral norm").gaussians(operator.columns());
        Euclidean.scale(1 / Euclidean.norm(start), start);
        this.operator = Rescaled.of(operator, start);
        right.add(start);
    }

    SpectralNorm.Result run() {
        int nextCheck = 4;
        while (true) {
            boolean invariant = !step();
            int k = left.size();
            if (k == 0) {
                return new SpectralNorm.Result(0, 0, 1, SpectralNorm.Outcome.CONVERGED, Vector.of(right.get(0)));
            }
            boolean last = invariant || k >= maxSteps;
            if (last || k >= nextCheck) {
                Svd svd = projected(k, invariant ? right.size() : k);
                double value = svd.singularValues().get(0);
                double estimate =
                        invariant ? 0 : betas.get(k - 1) * Math.abs(svd.u().get(k - 1, 0));
                if (last || estimate <= relativeTolerance * value) {
                    return result(svd, k);
                }
                nextCheck = k + Math.max(4, k / 8);
            }
        }
    }

    /** Extends both bases by a vector; false if the space found is invariant and the process ends. */
    private boolean step() {
        int k = left.size();
        double[] u = operator.apply(right.get(k));
        if (k > 0) {
            Euclidean.add(-betas.get(k - 1), left.get(k - 1), u);
        }
        double alpha = orthonormalise(u, left);
        if (alpha == 0) {
            return false;
        }
        left.add(u);
        alphas.add(alpha);
        double[] v = operator.applyTranspose(u);
        Euclidean.add(-alpha, right.get(k), v);
        double beta = orthonormalise(v, right);
        if (beta == 0) {
            return false;
        }
        betas.add(beta);
        right.add(v);
        return true;
    }

    /** Makes {@code x} a unit vector orthogonal to the basis and returns its former length, 0 if that was rounding. */
    private double orthonormalise(double[] x, List<double[]> basis) {
        for (int pass = 0; pass < 2; pass++) {
            for (double[] vector : basis) {
                Euclidean.add(-Euclidean.dot(vector, x), vector, x);
            }
        }
        double length = Euclidean.norm(x);
        largest = Math.max(largest, length);
        if (length <= BREAKDOWN * largest) {
            return 0;
        }
        Euclidean.scale(1 / length, x);
        return length;
    }

    /** The bidiagonal B, k by k; or k by k + 1 where the last right vector is mapped into the left space found. */
    private Svd projected(int k, int columns) {
        double[] b = new double[k * columns];
        for (int i = 0; i < k; i++) {
            b[i * columns + i] = alphas.get(i);
            if (i + 1 < columns) {
                b[i * columns + i + 1] = betas.get(i);
            }
        }
        return DenseKernels.svd(b, k, columns);
    }

    private SpectralNorm.Result result(Svd svd, int k) {
        double value = svd.singularValues().get(0);
        double[] u = new double[left.get(0).length];
        double[] v = new double[right.get(0).length];
        for (int i = 0; i < k; i++) {
            Euclidean.add(svd.u().get(i, 0), left.get(i), u);
        }
        for (int i = 0; i < svd.v().rows(); i++) {
            Euclidean.add(svd.v().get(i, 0), right.get(i), v);
        }
        double residual = operator.residual(value, u, v);
        // The tolerance may be below what rounding allows: then the residual of rounding is as good as it gets.
        double rounding = 4 * Math.ulp(1.0) * Math.sqrt(u.length + v.length) * value;
        SpectralNorm.Outcome outcome = residual <= Math.max(relativeTolerance * value, rounding)
                ? SpectralNorm.Outcome.CONVERGED
                : SpectralNorm.Outcome.MAX_STEPS;
        int exponent = operator.exponent();
        return SpectralNorm.Result.of(Math.scalb(value, exponent), Math.scalb(residual, exponent), k, outcome, v);
    }
}
