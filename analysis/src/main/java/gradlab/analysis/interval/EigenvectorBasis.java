package gradlab.analysis.interval;

import static gradlab.analysis.interval.Rounding.addUp;
import static gradlab.analysis.interval.Rounding.multiplyUp;

import gradlab.analysis.backend.Eigenvectors;

/**
 * Approximate eigenvectors as a real basis X with the block diagonal D of {@link EigenvalueDiscs}.
 */
final class EigenvectorBasis {
    private final double[] columns;
    private final double[] real;
    private final double[] imaginary;
    private final int[] partner;

    private EigenvectorBasis(double[] columns, double[] real, double[] imaginary, int[] partner) {
        this.columns = columns;
        this.real = real;
        this.imaginary = imaginary;
        this.partner = partner;
    }

    static EigenvectorBasis of(Eigenvectors eigen) {
        int n = eigen.eigenvalues().size();
        EigenvectorBasis basis = new EigenvectorBasis(new double[n * n], new double[n], new double[n], new int[n]);
        for (int j = 0; j < n; j++) {
            double b = eigen.eigenvalues().imaginary().get(j);
            boolean pair = b != 0 && j + 1 < n;
            basis.set(j, eigen, j, false, pair ? b : 0, pair ? j + 1 : j);
            if (pair) {
                basis.set(j + 1, eigen, j, true, -b, j);
                j++;
            }
        }
        return basis;
    }

    private void set(int column, Eigenvectors eigen, int source, boolean second, double b, int other) {
        int n = real.length;
        for (int i = 0; i < n; i++) {
            columns[i * n + column] = (second ? eigen.imaginary() : eigen.real()).get(i, source);
        }
        real[column] = eigen.eigenvalues().real().get(source);
        imaginary[column] = b;
        partner[column] = other;
    }

    /**
     * Upper bounds of the entries of |A X - X D| for every A in the matrix; for the parts of an eigenvector x + iy to a + ib,
     * A x - (a x - b y) and A y - (a y + b x).
     */
    double[] residuals(IntervalMatrix matrix) {
        int n = real.length;
        double[][] rows = Lines.rows(matrix.midpoints(), n, n, 2);
        double[][] basis = Lines.columns(columns, n, n, 2);
        double[] radii = matrix.radii();
        double[] residuals = new double[n * n];
        for (int j = 0; j < n; j++) {
            basis[j][n] = -real[j];
            basis[j][n + 1] = imaginary[j];
            for (int i = 0; i < n; i++) {
                rows[i][n] = columns[i * n + j];
                rows[i][n + 1] = columns[i * n + partner[j]];
                double bound = AccurateDot.enclose(rows[i], basis[j], n + 2).magnitude();
                for (int k = 0; k < n; k++) {
                    bound = addUp(bound, multiplyUp(radii[i * n + k], Math.abs(columns[k * n + j])));
                }
                residuals[i * n + j] = bound;
            }
        }
        return residuals;
    }

    /** X row-major: an eigenvector, or the real and then the imaginary part of one. */
    double[] columns() {
        return columns;
    }

    /** Real parts of the diagonal of D, equal within pairs. */
    double[] real() {
        return real;
    }

    /** Imaginary parts, of a pair b first and then -b, otherwise 0. */
    double[] imaginary() {
        return imaginary;
    }

    /** The other row of the pair that a row belongs to, or the row itself. */
    int[] partner() {
        return partner;
    }
}
