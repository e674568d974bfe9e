package gradlab.analysis.interval;

import gradlab.analysis.operator.DenseMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Proved bounds of what is asked of a matrix of binary64 numbers: its norm, all its singular values, the smallest one and the
 * condition number.
 *
 * <p>The numbers of the file are taken as exact. The norm comes from {@link SpectralNormEnclosure} (relative width about
 * 1e-14), the values from {@link SingularValueEnclosure} (width about n 2e-15 times the largest); of a rank-deficient matrix
 * the smallest value has the lower bound 0. Nothing here depends on the machine.
 *
 * @param norm bounds of the largest singular value; 0 of an empty matrix
 * @param values bounds of the min(rows, columns) singular values, descending
 * @param smallest bounds of the last of them; 0 of an empty matrix
 * @param condition bounds of norm/smallest, unbounded above where the smallest value may be 0; 1 of an empty matrix
 */
public record CertifiedSpectrum(Interval norm, List<Interval> values, Interval smallest, Interval condition) {
    /** Keeps an unchangeable copy of the list. */
    public CertifiedSpectrum {
        values = List.copyOf(values);
    }

    /**
     * The bounds of a matrix.
     *
     * @throws IllegalArgumentException if an entry is not finite
     */
    public static CertifiedSpectrum of(DenseMatrix matrix) {
        return of(pointMatrix(matrix));
    }

    /** Bounds that hold for every matrix in an interval matrix. */
    public static CertifiedSpectrum of(IntervalMatrix matrix) {
        Interval norm = SpectralNormEnclosure.of(matrix);
        List<Interval> found = SingularValueEnclosure.of(matrix);
        if (found.isEmpty()) {
            return new CertifiedSpectrum(Interval.ZERO, List.of(), Interval.ZERO, Interval.ONE);
        }
        List<Interval> values = new ArrayList<>(found.size());
        for (Interval value : found) {
            // No singular value is larger than the norm; the first one is the norm.
            Interval known = Interval.of(values.isEmpty() ? norm.lower() : 0, norm.upper());
            values.add(value.intersect(known));
        }
        Interval smallest = values.get(values.size() - 1);
        return new CertifiedSpectrum(norm, values, smallest, condition(norm, smallest));
    }

    /**
     * The norm alone, for a fraction of the cost.
     *
     * @throws IllegalArgumentException if an entry is not finite
     */
    public static Interval norm(DenseMatrix matrix) {
        return SpectralNormEnclosure.of(pointMatrix(matrix));
    }

    private static Interval condition(Interval norm, Interval smallest) {
        double upper =
                smallest.lower() > 0 ? Rounding.divideUp(norm.upper(), smallest.lower()) : Double.POSITIVE_INFINITY;
        double lower = smallest.upper() > 0 ? Rounding.divideDown(norm.lower(), smallest.upper()) : Double.MAX_VALUE;
        return Interval.of(Math.max(1, Math.min(lower, Double.MAX_VALUE)), upper);
    }

    private static IntervalMatrix pointMatrix(DenseMatrix matrix) {
        return IntervalMatrix.of(matrix.rows(), matrix.columns(), (i, j) -> {
            double entry = matrix.get(i, j);
            if (!Double.isFinite(entry)) {
                throw new IllegalArgumentException(
                        "matrix must have finite entries, but [" + i + ", " + j + "] was " + entry);
            }
            return Interval.of(entry);
        });
    }
}
