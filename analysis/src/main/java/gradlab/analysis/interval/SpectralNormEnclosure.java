package gradlab.analysis.interval;

/**
 * Rigorous two-sided bounds of the spectral norm ‖A‖ = max ‖Av‖/‖v‖, valid for every real matrix A inside an interval
 * matrix.
 *
 * <p>With M the matrix of midpoints and R that of radii, ‖M‖ - ‖R‖ <= ‖A‖ <= ‖M‖ + ‖R‖. From above the best of that sum,
 * the Frobenius norm and sqrt(‖A‖₁ ‖A‖_inf) counts; ‖M‖ is bounded by a Cholesky factor bordered below it, checked in
 * doubled precision ({@link GramNorm}; in the spirit of rump2006 and rump2011). From below the best of ‖Mv‖/‖v‖ - ‖R‖ and the
 * longest row or column.
 *
 * <p>Accuracy: relative width about 1e-14 for point matrices up to 512 x 512, conditioned well or badly; exact (a point)
 * where entrywise bounds meet, as for diagonal matrices and rational vectors with a double length. Entries of any size are
 * scaled by a power of two. An unbounded entry makes the upper bound +infinity. Cost: about n² (n + k) multiplications in
 * doubled precision for n = min(rows, columns) and k = max; 512 x 512 takes about a second.
 */
public final class SpectralNormEnclosure {
    private SpectralNormEnclosure() {}

    /** Bounds of the norm; 0 for a matrix without rows or columns. */
    public static Interval of(IntervalMatrix matrix) {
        if (matrix.rows() == 0 || matrix.columns() == 0) {
            return Interval.ZERO;
        }
        if (!matrix.isFinite()) {
            return Interval.of(EntrywiseBounds.lower(matrix), Double.POSITIVE_INFINITY);
        }
        int power = PowerOfTwo.of(matrix);
        return PowerOfTwo.scale(ofModerate(PowerOfTwo.scale(matrix, -power)), power);
    }

    private static Interval ofModerate(IntervalMatrix matrix) {
        Interval entrywise = Interval.of(EntrywiseBounds.lower(matrix), EntrywiseBounds.upper(matrix));
        boolean single = matrix.rows() == 1 || matrix.columns() == 1;
        if (single || entrywise.width() <= 0x1p-50 * entrywise.upper()) {
            return entrywise;
        }
        double radius = EntrywiseBounds.upper(matrix.radii(), matrix.rows(), matrix.columns());
        Interval centre = GramNorm.of(shortRows(matrix));
        Interval around = centre.add(Interval.of(-radius, radius));
        return entrywise.intersect(around);
    }

    /** The rows of the matrix of midpoints, or its columns if there are fewer. */
    private static double[][] shortRows(IntervalMatrix matrix) {
        boolean wide = matrix.rows() <= matrix.columns();
        int count = wide ? matrix.rows() : matrix.columns();
        int length = wide ? matrix.columns() : matrix.rows();
        double[] midpoints = matrix.midpoints();
        double[][] rows = new double[count][length];
        for (int i = 0; i < count; i++) {
            for (int k = 0; k < length; k++) {
                rows[i][k] = wide ? midpoints[i * length + k] : midpoints[k * count + i];
            }
        }
        return rows;
    }
}
