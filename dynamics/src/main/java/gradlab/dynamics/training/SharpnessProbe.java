package gradlab.dynamics.training;

import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.SymmetricEigen;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.Euclidean;
import java.util.ArrayList;
import java.util.List;

/**
 * The largest eigenvalue of the Hessian H of a loss, or of D^(-1/2) H D^(-1/2) for a diagonal D, by Lanczos with full
 * reorthogonalisation from a fixed random vector.
 */
final class SharpnessProbe {
    private static final int STEPS = 24;
    private static final double TOLERANCE = 1e-4;

    private final HessianProducts products;
    private final double[] roots;

    private SharpnessProbe(HessianProducts products, double[] roots) {
        this.products = products;
        this.roots = roots;
    }

    /**
     * What was found.
     *
     * @param value the eigenvalue
     * @param error the residual of Lanczos and what the other way of products changes, added
     */
    record Result(double value, double error) {}

    /**
     * Looks at a point.
     *
     * @param products those with H, for n parameters
     * @param divisors the diagonal of D, or nothing
     */
    static Result of(HessianProducts products, int n, double[] divisors) {
        double[] roots = new double[n];
        for (int i = 0; i < n; i++) {
            roots[i] = divisors.length == 0 ? 1 : 1 / Math.sqrt(divisors[i]);
        }
        return new SharpnessProbe(products, roots).find();
    }

    private double[] product(double[] v, boolean again) {
        double[] scaled = times(v);
        return times(again ? products.again(scaled) : products.of(scaled));
    }

    private double[] times(double[] v) {
        double[] scaled = new double[v.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = roots[i] * v[i];
        }
        return scaled;
    }

    private Result find() {
        List<double[]> basis = new ArrayList<>();
        int most = Math.min(STEPS, roots.length);
        double[] diagonal = new double[most];
        double[] beside = new double[most];
        double[] v = unit(RandomStream.of(0, "lanczos").gaussians(roots.length));
        for (int k = 0; k < most; k++) {
            basis.add(v);
            double[] w = product(v, false);
            diagonal[k] = Euclidean.dot(w, v);
            orthogonalise(w, basis);
            orthogonalise(w, basis);
            beside[k] = Euclidean.norm(w);
            if (!Double.isFinite(beside[k])) {
                return new Result(Double.NaN, Double.NaN);
            }
            SymmetricEigen ritz = ritz(diagonal, beside, k + 1);
            double value = ritz.values().get(0);
            double residual = Math.abs(beside[k] * ritz.vectors().get(k, 0));
            if (k == most - 1 || residual <= TOLERANCE * Math.abs(value)) {
                return finished(value, residual, vector(basis, ritz));
            }
            v = unit(w);
        }
        return new Result(0, 0);
    }

    private Result finished(double value, double residual, double[] vector) {
        double coarse = Euclidean.dot(product(vector, true), vector);
        double fine = Euclidean.dot(product(vector, false), vector);
        return new Result(value, residual + Math.abs(coarse - fine));
    }

    private static double[] vector(List<double[]> basis, SymmetricEigen ritz) {
        double[] vector = new double[basis.get(0).length];
        for (int j = 0; j < basis.size(); j++) {
            double weight = ritz.vectors().get(j, 0);
            double[] part = basis.get(j);
            for (int i = 0; i < vector.length; i++) {
                vector[i] += weight * part[i];
            }
        }
        return unit(vector);
    }

    private static SymmetricEigen ritz(double[] diagonal, double[] beside, int n) {
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            matrix[i * n + i] = diagonal[i];
            if (i + 1 < n) {
                matrix[i * n + i + 1] = beside[i];
                matrix[(i + 1) * n + i] = beside[i];
            }
        }
        return DenseKernels.symmetricEigen(matrix, n);
    }

    private static void orthogonalise(double[] w, List<double[]> basis) {
        for (double[] q : basis) {
            double along = Euclidean.dot(w, q);
            for (int i = 0; i < w.length; i++) {
                w[i] -= along * q[i];
            }
        }
    }

    private static double[] unit(double[] v) {
        double length = Euclidean.norm(v);
        double[] unit = v.clone();
        for (int i = 0; length > 0 && i < unit.length; i++) {
            unit[i] /= length;
        }
        return unit;
    }
}
