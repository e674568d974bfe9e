package gradlab.dynamics.euler;

import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;

/**
 * Branches that are made for stability (haberruthotto2017; chang2019).
 *
 * <p>Antisymmetric: f(x) = act((A - A' - gamma I) x + b) with slopes d in (0, 1]. Without gamma the eigenvalues of J are imaginary,
 * so ‖e^(tJ)‖ neither grows nor decays, but Forward Euler multiplies by |1 + ihw| > 1 always: no step is stable, RK4 is up to h|w|
 * = 2 sqrt 2. With gamma > 0 Forward Euler is stable for {@code h <= 2 gamma/(gamma² + w²)} where d = 1.
 *
 * <p>Hamiltonian: y' = act(K z + b), z' = -act(K' y + b), stepped by symplectic Euler, one half after the other. Its Jacobian
 * has determinant 1 always, and for the identity in place of act its eigenvalues lie on the unit circle as long as h ‖K‖ < 2.
 */
public final class Designs {
    private Designs() {}

    /** A - A' - gamma I. */
    public static DenseMatrix antisymmetric(DenseMatrix a, double gamma) {
        int n = a.rows();
        if (a.columns() != n) {
            throw new IllegalArgumentException("a must be square, was " + n + " x " + a.columns());
        }
        double[] entries = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                entries[i * n + j] = a.get(i, j) - a.get(j, i) - (i == j ? gamma : 0);
            }
        }
        return DenseMatrix.of(n, n, entries);
    }

    /** The branch tanh((A - A' - gamma I) x + b). */
    public static Layer antisymmetricBranch(DenseMatrix a, Vector b, double gamma) {
        return Layers.sequential(Layers.dense(antisymmetric(a, gamma), b), Layers.tanh());
    }

    /**
     * The least gamma with which (1 - h gamma)² + (h w)² <= 1, so that Forward Euler with the step h is stable for an
     * antisymmetric generator of largest frequency w: (1 - sqrt(1 - h² w²))/h. NaN if there is none, h w > 1.
     */
    public static double leastDamping(double h, double w) {
        double product = h * w;
        return product > 1 ? Double.NaN : h * w * w / (1 + Math.sqrt((1 - product) * (1 + product)));
    }

    /**
     * One symplectic Euler step of the Hamiltonian block on (y, z): z - h act(K'y + c), then y + h act(K z + b).
     *
     * @param k of shape length of y by length of z
     * @param act a function of each entry, such as {@link Layers#tanh()}; an empty {@link Layers#sequential} is the identity
     */
    public static Layer hamiltonianStep(DenseMatrix k, Vector b, Vector c, Layer act, double h) {
        int m = k.rows();
        int n = k.columns();
        DenseMatrix toZ = block((i, j) -> i < n && j < m ? k.get(j, i) : 0, n, m + n);
        DenseMatrix fromZ = block((i, j) -> i == m + j ? -1 : 0, m + n, n);
        DenseMatrix toY = block((i, j) -> j >= m ? k.get(i, j - m) : 0, m, m + n);
        DenseMatrix fromY = block((i, j) -> i == j ? 1 : 0, m + n, m);
        return Layers.sequential(
                Layers.residual(Layers.sequential(Layers.dense(toZ, c), act, Layers.dense(fromZ)), h),
                Layers.residual(Layers.sequential(Layers.dense(toY, b), act, Layers.dense(fromY)), h));
    }

    private interface Entry {
        double at(int i, int j);
    }

    private static DenseMatrix block(Entry entry, int rows, int columns) {
        double[] entries = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                entries[i * columns + j] = entry.at(i, j);
            }
        }
        return DenseMatrix.of(rows, columns, entries);
    }
}
