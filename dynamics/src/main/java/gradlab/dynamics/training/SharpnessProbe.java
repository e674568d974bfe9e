package gradlab.dynamics.training;

import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.SymmetricEigen;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.Euclidean;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The largest eigenvalue of the Hessian H of a loss, or of D^(-1/2) H D^(-1/2) for a diagonal D, by Lanczos with full
 * reorthogonalisation from a fixed random vector. A product with H is a central difference of gradients, (g(p + h v) - g(p - h
 * v))/(2 h) with h = 1e-5 (1 + |p|/sqrt(n)) for a v of norm 1: exact on quadratics, else off by h²/6 times a third derivative
 * along v. Where p stands on a kink, so does the answer.
 */
final class SharpnessProbe {
    private static final int STEPS = 24;
    private static final double TOLERANCE = 1e-4;
    private static final double STEP = 1e-5;

    private final UnaryOperator<double[]> gradient;
    private final double[] at;
    private final double[] roots;
    private final double h;

    private SharpnessProbe(UnaryOperator<double[]> gradient, double[] at, double[] roots) {
        this.gradient = gradient;
        this.at = at;
        this.roots = roots;
        this.h = STEP * (1 + Euclidean.norm(at) / Math.sqrt(Math.max(1, at.length)));
    }

    /**
     * What was found.
     *
     * @param value the eigenvalue
     * @param error the residual of Lanczos and the difference that twice the h makes, added
     */
    record Result(double value, double error) {}

    /**
     * Looks at a point.
     *
     * @param gradient the gradient of the loss at any parameters
     * @param divisors the diagonal of D, or nothing
     */
    static Result of(UnaryOperator<double[]> gradient, double[] at, double[] divisors) {
        double[] roots = new double[at.length];
        for (int i = 0; i < roots.length; i++) {
            roots[i] = divisors.length == 0 ? 1 : 1 / Math.sqrt(divisors[i]);
        }
        return new SharpnessProbe(gradient, at, roots).find();
    }

    private double[] product(double[] v, double by) {
        double[] moved = new double[v.length];
        for (int i = 0; i < v.length; i++) {
            moved[i] = roots[i] * v[i];
        }
        double length = Euclidean.norm(moved);
        double step = length == 0 ? by : by / length;
        double[] above = gradient.apply(shifted(moved, step));
        double[] below = gradient.apply(shifted(moved, -step));
        for (int i = 0; i < v.length; i++) {
            moved[i] = roots[i] * (above[i] - below[i]) / (2 * step);
        }
        return moved;
    }

    private double[] shifted(double[] direction, double step) {
        double[] shifted = new double[at.length];
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = at[i] + step * direction[i];
        }
        return shifted;
    }

    private Result find() {
        List<double[]> basis = new ArrayList<>();
        int most = Math.min(STEPS, at.length);
        double[] diagonal = new double[most];
        double[] beside = new double[most];
        double[] v = unit(RandomStream.of(0, "lanczos").gaussians(at.length));
        for (int k = 0; k < most; k++) {
            basis.add(v);
            double[] w = product(v, h);
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
        double coarse = Euclidean.dot(product(vector, 2 * h), vector);
        double fine = Euclidean.dot(product(vector, h), vector);
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
