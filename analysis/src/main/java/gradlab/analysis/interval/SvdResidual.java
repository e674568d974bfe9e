package gradlab.analysis.interval;

import static gradlab.analysis.interval.Rounding.addUp;
import static gradlab.analysis.interval.Rounding.multiplyUp;

/** How far U S V' is from the matrices in an interval matrix. */
final class SvdResidual {
    private SvdResidual() {}

    /**
     * An upper bound of ‖U S V' - A‖ for every A in the matrix: with W = fl(U S), which misses U S by at most u |W| and the
     * smallest double an entry, ‖W V' - A‖ by entries in doubled precision plus ‖W - U S‖ ‖V‖.
     *
     * @param normV an upper bound of ‖V‖
     */
    static double bound(IntervalMatrix matrix, double[] u, double[] s, double[] v, double normV) {
        int rank = s.length;
        double[][] left = Lines.rows(u, matrix.rows(), rank, 1);
        double[][] right = Lines.rows(v, matrix.columns(), rank, 1);
        double squares = 0;
        for (double[] row : left) {
            for (int l = 0; l < rank; l++) {
                row[l] *= s[l];
                squares = addUp(squares, multiplyUp(row[l], row[l]));
            }
        }
        double rounding = addUp(
                multiplyUp(0x1p-53, Rounding.sqrtUp(squares)),
                multiplyUp(Double.MIN_VALUE, (double) rank * matrix.rows()));
        double product = EntrywiseBounds.upper(residuals(matrix, left, right), matrix.rows(), matrix.columns());
        return addUp(product, multiplyUp(rounding, normV));
    }

    /** Upper bounds of |W V' - A|; the last entries of the rows of W and V hold those of A and -1. */
    private static double[] residuals(IntervalMatrix matrix, double[][] left, double[][] right) {
        double[] midpoints = matrix.midpoints();
        double[] residuals = matrix.radii();
        int columns = matrix.columns();
        for (int i = 0; i < left.length; i++) {
            double[] row = left[i];
            for (int j = 0; j < columns; j++) {
                row[row.length - 1] = midpoints[i * columns + j];
                right[j][row.length - 1] = -1;
                double residual = AccurateDot.enclose(row, right[j], row.length).magnitude();
                residuals[i * columns + j] = addUp(residuals[i * columns + j], residual);
            }
        }
        return residuals;
    }
}
