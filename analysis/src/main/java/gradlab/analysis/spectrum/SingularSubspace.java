package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.Svd;
import gradlab.analysis.random.RandomStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A pair of orthonormal bases U, V with {@code A V = U B} and {@code A' U = V B' + r e'}, grown by one vector a step:
 * Golub-Kahan-Lanczos with full reorthogonalisation, thick restarts (baglamareichel2005), and a random direction where the
 * space found is invariant, so that copies of a multiple value come out too. B is kept as a full matrix.
 */
final class SingularSubspace {
    private static final double BREAKDOWN = 1e-14;

    private final Rescaled operator;
    private final RandomStream random;
    private final int columns;
    private final int most;
    private List<double[]> right = new ArrayList<>();
    private List<double[]> left = new ArrayList<>();
    private double[][] b = new double[0][];
    private double[] next;
    private double beta;
    private double largest;
    private int steps;

    /** Of an operator with at least as many rows as columns. */
    SingularSubspace(Rescaled operator, double[] start, RandomStream random) {
        this.operator = operator;
        this.random = random;
        this.columns = operator.operator().columns();
        this.most = columns;
        this.next = start;
    }

    int size() {
        return right.size();
    }

    int steps() {
        return steps;
    }

    /** Whether the bases span everything, so that B has all singular values. */
    boolean isComplete() {
        return right.size() >= most;
    }

    /** ‖A'u_last - V V'A'u_last‖: times the last entry of a left singular vector of B, the residual of its triple. */
    double beta() {
        return beta;
    }

    /** Appends a vector to each basis. */
    void grow() {
        double[] v = next;
        double[] u = operator.apply(v);
        double[] coefficients = new double[right.size() + 1];
        double alpha = orthonormalise(u, left, coefficients);
        if (alpha == 0) {
            u = fresh(left, u.length);
        }
        coefficients[right.size()] = alpha;
        right.add(v);
        left.add(u);
        append(coefficients);
        next = operator.applyTranspose(u);
        beta = orthonormalise(next, right, new double[right.size()]);
        if (beta == 0 && !isComplete()) {
            next = fresh(right, columns);
        }
        steps++;
    }

    /** Replaces the direction to go on with by a random one, to look for what was missed. */
    void turn() {
        if (!isComplete()) {
            next = fresh(right, columns);
            beta = 0;
        }
    }

    private double[] fresh(List<double[]> basis, int length) {
        double[] x = random.gaussians(length);
        Euclidean.scale(1 / Euclidean.norm(x), x);
        double kept = largest;
        if (orthonormalise(x, basis, new double[basis.size()]) == 0) {
            Arrays.fill(x, 0);
        }
        largest = kept;
        return x;
    }

    /** Makes x a unit vector orthogonal to the basis and returns its former length, 0 if that was rounding. */
    private double orthonormalise(double[] x, List<double[]> basis, double[] coefficients) {
        double before = Euclidean.norm(x);
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < basis.size(); i++) {
                double component = Euclidean.dot(basis.get(i), x);
                coefficients[i] += component;
                Euclidean.add(-component, basis.get(i), x);
            }
        }
        double length = Euclidean.norm(x);
        largest = Math.max(largest, before);
        if (length <= BREAKDOWN * largest) {
            return 0;
        }
        Euclidean.scale(1 / length, x);
        return length;
    }

    private void append(double[] column) {
        int k = column.length;
        double[][] grown = new double[k][k];
        for (int i = 0; i < k; i++) {
            if (i + 1 < k) {
                System.arraycopy(b[i], 0, grown[i], 0, k - 1);
            }
            grown[i][k - 1] = column[i];
        }
        b = grown;
    }

    Svd projected() {
        int k = right.size();
        double[] entries = new double[k * k];
        for (int i = 0; i < k; i++) {
            System.arraycopy(b[i], 0, entries, i * k, k);
        }
        return DenseKernels.svd(entries, k, k);
    }

    /** Keeps the span of these singular vectors of B alone. */
    void restart(Svd svd, int[] kept) {
        List<double[]> newRight = new ArrayList<>();
        List<double[]> newLeft = new ArrayList<>();
        b = new double[kept.length][kept.length];
        for (int i = 0; i < kept.length; i++) {
            newRight.add(combination(right, svd.v().toArray(), kept[i]));
            newLeft.add(combination(left, svd.u().toArray(), kept[i]));
            b[i][i] = svd.singularValues().get(kept[i]);
        }
        right = newRight;
        left = newLeft;
    }

    /** The combination of a basis by column j of a square matrix. */
    private static double[] combination(List<double[]> basis, double[] coefficients, int j) {
        double[] sum = new double[basis.get(0).length];
        int k = basis.size();
        for (int i = 0; i < k; i++) {
            Euclidean.add(coefficients[i * k + j], basis.get(i), sum);
        }
        return sum;
    }

    /** The true residual of triple j of B: the larger of ‖A v - s u‖ and ‖A'u - s v‖. */
    double residual(Svd svd, int j) {
        double[] u = combination(left, svd.u().toArray(), j);
        double[] v = combination(right, svd.v().toArray(), j);
        return operator.residual(svd.singularValues().get(j), u, v);
    }
}
