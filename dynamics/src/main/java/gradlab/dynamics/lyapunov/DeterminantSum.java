package gradlab.dynamics.lyapunov;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.StairColumns;
import gradlab.dynamics.lyapunov.Tangents.DeterminantCheck;

/** Sums of ln |det J| beside those of ln |u_jj| of the same strides. */
final class DeterminantSum {
    private final int n;
    private final LogProducts determinants;
    private final LogProducts volumes;
    private long strides;

    DeterminantSum(int n) {
        this.n = n;
        determinants = new LogProducts(n);
        volumes = new LogProducts(n);
    }

    /** One stride: its Jacobian, n × n, row-major, overwritten, and its pivots. */
    void add(double[] jacobian, double[] diagonal) {
        double[] pivots = new double[n];
        try (StairColumns stairs = DenseBackend.fixedOrder().stairs(new double[0], n, n)) {
            stairs.replace(jacobian, pivots);
            determinants.multiply(pivots);
            // A QR decomposition in place of an elimination leaves columns of length 1 too: the determinant is the
            // product.
        }
        volumes.multiply(diagonal);
        strides++;
    }

    DeterminantCheck check() {
        return new DeterminantCheck(strides, volumes.sum(), determinants.sum());
    }
}
