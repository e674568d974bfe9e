package gradlab.analysis.interval;

import gradlab.analysis.backend.DecompositionException;
import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.Svd;
import java.util.ArrayList;
import java.util.List;

/**
 * Rigorous bounds of all min(rows, columns) singular values, valid for every real matrix inside an interval matrix.
 *
 * <p>From an approximate decomposition U S V' of the midpoints, whatever its accuracy, with E = U S V' - A, F = ‖V'V - I‖
 * and G = ‖U'U - I‖, both below 1: s_i sqrt((1 - F)(1 - G)) - ‖E‖ <= sigma_i <= s_i sqrt((1 + F)(1 + G)) + ‖E‖ (rump2011,
 * from Weyl's inequality and Ostrowski's for the nearly orthogonal factors).
 *
 * <p>Accuracy: the absolute error is about 1e-14 times the largest singular value, for zero singular values too; the lower
 * bounds never fall below 0. Where the decomposition fails or an entry is unbounded every value is only known to lie
 * between 0 and the bound of the norm. Cost: the decomposition and about k m n multiplications in doubled precision.
 */
public final class SingularValueEnclosure {
    private SingularValueEnclosure() {}

    /** Bounds of the singular values in descending order. */
    public static List<Interval> of(IntervalMatrix matrix) {
        int count = Math.min(matrix.rows(), matrix.columns());
        if (count == 0) {
            return List.of();
        }
        Interval largest = Interval.of(EntrywiseBounds.lower(matrix), EntrywiseBounds.upper(matrix));
        Interval other = Interval.of(0, largest.upper());
        List<Interval> values = matrix.isFinite() ? ofFinite(matrix) : List.of();
        List<Interval> result = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Interval known = i == 0 ? largest : other;
            result.add(values.isEmpty() ? known : known.intersect(values.get(i)));
        }
        return List.copyOf(result);
    }

    /** No values if the decomposition is of no use. */
    private static List<Interval> ofFinite(IntervalMatrix matrix) {
        int power = PowerOfTwo.of(matrix);
        IntervalMatrix moderate = PowerOfTwo.scale(matrix, -power);
        try {
            Svd svd = DenseKernels.svd(moderate.midpoints(), matrix.rows(), matrix.columns());
            return ofModerate(moderate, svd).stream()
                    .map(value -> PowerOfTwo.scale(value, power))
                    .toList();
        } catch (DecompositionException e) {
            return List.of();
        }
    }

    private static List<Interval> ofModerate(IntervalMatrix matrix, Svd svd) {
        double[] s = svd.singularValues().toArray();
        double[] u = svd.u().toArray();
        double[] v = svd.v().toArray();
        Interval stretchU = squaredStretch(u, matrix.rows(), s.length);
        Interval stretchV = squaredStretch(v, matrix.columns(), s.length);
        if (!isDescending(s) || !(stretchU.lower() > 0 && stretchV.lower() > 0)) {
            return List.of();
        }
        Interval stretch = stretchU.multiply(stretchV).sqrt();
        double error = SvdResidual.bound(matrix, u, s, v, stretchV.sqrt().upper());
        List<Interval> values = new ArrayList<>(s.length);
        for (double value : s) {
            Interval around = Interval.of(value).multiply(stretch).add(Interval.of(-error, error));
            values.add(Interval.of(Math.max(around.lower(), 0), around.upper()));
        }
        return values;
    }

    /** [1 - F, 1 + F], which holds the squares of all singular values of the matrix of nearly orthonormal columns. */
    private static Interval squaredStretch(double[] entries, int rows, int columns) {
        double[][] lines = Lines.columns(entries, rows, columns, 0);
        double[] departures = new double[columns * columns];
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j <= i; j++) {
                Interval product = AccurateDot.enclose(lines[i], lines[j], rows);
                Interval departure = i == j ? product.subtract(Interval.ONE) : product;
                departures[i * columns + j] = departure.magnitude();
                departures[j * columns + i] = departure.magnitude();
            }
        }
        double bound = EntrywiseBounds.largestRowSum(departures, columns, columns);
        return Interval.ONE.add(Interval.of(-bound, bound));
    }

    private static boolean isDescending(double[] s) {
        for (int i = 0; i < s.length; i++) {
            double next = i + 1 < s.length ? s[i + 1] : 0;
            if (!(s[i] >= next && s[i] <= Double.MAX_VALUE)) {
                return false;
            }
        }
        return true;
    }
}
