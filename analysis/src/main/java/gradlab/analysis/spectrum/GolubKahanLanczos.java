package gradlab.analysis.spectrum;

import gradlab.analysis.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Golub-Kahan-Lanczos bidiagonalisation {@code A V = U B}, {@code A' U = V B' + beta v e'} of an operator with at least as
 * many rows as columns, B upper bidiagonal (diagonal alpha, superdiagonal beta). Only V, the short side, is kept and
 * reorthogonalised, which keeps U orthogonal enough for the largest singular value (simonzha2000).
 */
final class GolubKahanLanczos {
    /** Norms of new directions below this, relative to the largest seen, are rounding: the space is invariant. */
    private static final double BREAKDOWN = 1e-15;
    /** A vector that lost more than this factor of its length in a pass needs another one. */
    private static final double LOSS = 0.1;

    private final List<double[]> right = new ArrayList<>();
    private double[] left = {};
    private double[] alphas = new double[16];
    private double[] betas = new double[16];
    private int size;
    private int steps;
    private double largest;
    private boolean invariant;
    private boolean closed;

    GolubKahanLanczos(double[] start) {
        right.add(start);
    }

    /** A random unit vector to start from. */
    static double[] start(int length, RandomStream random) {
        double[] start = random.gaussians(length);
        Euclidean.scale(1 / Euclidean.norm(start), start);
        return start;
    }

    int steps() {
        return steps;
    }

    /** Whether the space found maps to itself, so that B has its singular values exactly. */
    boolean isInvariant() {
        return invariant;
    }

    /** What A is to be applied to next. */
    double[] direction() {
        return right.get(size);
    }

    /** What the transpose of A is to be applied to next. */
    double[] left() {
        return left;
    }

    /** Takes A times the direction, an array to keep; false if the space ends there. */
    boolean extendLeft(double[] u) {
        steps++;
        if (size > 0) {
            Euclidean.add(-betas[size - 1], left, u);
        }
        double alpha = Euclidean.norm(u);
        largest = Math.max(largest, alpha);
        if (alpha <= BREAKDOWN * largest) {
            invariant = true;
            closed = true;
            return false;
        }
        Euclidean.scale(1 / alpha, u);
        left = u;
        if (size == alphas.length) {
            alphas = Arrays.copyOf(alphas, 2 * size);
            betas = Arrays.copyOf(betas, 2 * size);
        }
        alphas[size++] = alpha;
        return true;
    }

    /** Takes the transpose of A times the left vector, an array to keep. */
    void extendRight(double[] v) {
        Euclidean.add(-alphas[size - 1], right.get(size - 1), v);
        double beta = orthogonalise(v, Euclidean.norm(v));
        largest = Math.max(largest, beta);
        if (beta <= BREAKDOWN * largest) {
            invariant = true;
            return;
        }
        Euclidean.scale(1 / beta, v);
        betas[size - 1] = beta;
        right.add(v);
    }

    /** Takes the components in V off v, again where little is left, and returns the length that it has then. */
    private double orthogonalise(double[] v, double before) {
        for (double[] vector : right) {
            Euclidean.add(-Euclidean.dot(vector, v), vector, v);
        }
        double length = Euclidean.norm(v);
        return length >= LOSS * before || length <= BREAKDOWN * largest ? length : orthogonalise(v, length);
    }

    /** What is known of the norm of the scaled operator. */
    NormEstimate estimate() {
        if (size == 0) {
            return new NormEstimate(0, 0, () -> 0);
        }
        BidiagonalNorm top = new BidiagonalNorm(alphas, betas, size, closed);
        double value = top.value();
        double residual = invariant ? 0 : betas[size - 1] * top.lastEntry() / value;
        return new NormEstimate(value, residual, top::second);
    }

    /** How unequally the operator stretches random vectors: (beta / alpha)² of the first step. */
    double spread() {
        return size == 0 || invariant ? 0 : (betas[0] / alphas[0]) * (betas[0] / alphas[0]);
    }

    /** The unit vector of the short side that is stretched the most. */
    double[] vector() {
        if (size == 0) {
            return right.get(0).clone();
        }
        double[] coefficients = new BidiagonalNorm(alphas, betas, size, closed).right(closed ? size + 1 : size);
        double[] vector = new double[right.get(0).length];
        for (int i = 0; i < coefficients.length; i++) {
            Euclidean.add(coefficients[i], right.get(i), vector);
        }
        Euclidean.scale(1 / Euclidean.norm(vector), vector);
        return vector;
    }
}
