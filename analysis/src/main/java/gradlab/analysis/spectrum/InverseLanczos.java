package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.SymmetricEigen;
import gradlab.analysis.operator.Vector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Lanczos process for {@code (R* R)^-1}, R complex and triangular, with full reorthogonalisation. A complex vector of
 * length n is an array of 2n numbers, real parts first.
 */
final class InverseLanczos {
    private static final double BREAKDOWN = 1e-14;

    private final ComplexHessenberg factor;
    private final int n;
    private final List<double[]> basis = new ArrayList<>();
    private final List<Double> alphas = new ArrayList<>();
    private final List<Double> betas = new ArrayList<>();

    InverseLanczos(ComplexHessenberg factor, Vector start, int n) {
        this.factor = factor;
        this.n = n;
        double[] first = start.toArray();
        Euclidean.scale(1 / Euclidean.norm(first), first);
        basis.add(first);
    }

    /** The largest eigenvalue to a relative residual, from below; not finite if the numbers leave the range. */
    double largest(double tolerance, int maxSteps) {
        int nextCheck = 3;
        for (int k = 1; ; k++) {
            double beta = step(k - 1);
            if (!Double.isFinite(beta)) {
                return Double.POSITIVE_INFINITY;
            }
            boolean last = k >= maxSteps || beta == 0;
            if (last || k >= nextCheck) {
                SymmetricEigen eigen = DenseKernels.symmetricEigen(tridiagonal(k), k);
                double value = eigen.values().get(0);
                if (last || beta * Math.abs(eigen.vectors().get(k - 1, 0)) <= tolerance * value) {
                    return value;
                }
                nextCheck = k + Math.max(2, k / 6);
            }
        }
    }

    /** Extends the basis by the image of vector k; returns beta, 0 if the space found is invariant. */
    private double step(int k) {
        double[] re = Arrays.copyOf(basis.get(k), n);
        double[] im = Arrays.copyOfRange(basis.get(k), n, 2 * n);
        factor.solveAdjoint(re, im);
        factor.solve(re, im);
        double[] image = Arrays.copyOf(re, 2 * n);
        System.arraycopy(im, 0, image, n, n);
        double before = Euclidean.norm(image);
        alphas.add(Euclidean.dot(basis.get(k), image));
        for (int pass = 0; pass < 2; pass++) {
            for (double[] vector : basis) {
                removeComponent(vector, image);
            }
        }
        double beta = Euclidean.norm(image);
        if (beta <= BREAKDOWN * before) {
            return 0;
        }
        Euclidean.scale(1 / beta, image);
        basis.add(image);
        betas.add(beta);
        return beta;
    }

    /** Subtracts from x its component (v* x) v. */
    private void removeComponent(double[] v, double[] x) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < n; i++) {
            re += v[i] * x[i] + v[n + i] * x[n + i];
            im += v[i] * x[n + i] - v[n + i] * x[i];
        }
        for (int i = 0; i < n; i++) {
            x[i] -= re * v[i] - im * v[n + i];
            x[n + i] -= re * v[n + i] + im * v[i];
        }
    }

    private double[] tridiagonal(int k) {
        double[] t = new double[k * k];
        for (int i = 0; i < k; i++) {
            t[i * k + i] = alphas.get(i);
            if (i + 1 < k) {
                t[i * k + i + 1] = betas.get(i);
                t[(i + 1) * k + i] = betas.get(i);
            }
        }
        return t;
    }
}
