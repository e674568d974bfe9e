package gradlab.analysis.survey;

import gradlab.analysis.interval.Interval;
import gradlab.analysis.interval.IntervalMatrix;
import gradlab.analysis.interval.SingularValueEnclosure;
import gradlab.analysis.interval.SpectralNormEnclosure;
import java.util.ArrayList;
import java.util.List;

/**
 * Proved bounds of singular values, for every real matrix inside an interval matrix. An empty matrix has norm 0 and, by
 * convention, smallest singular value 0.
 *
 * @param norm bounds of the largest
 * @param smallest bounds of the min(rows, columns)-th
 * @param values bounds of all, descending
 */
public record CertifiedSpectrum(Interval norm, Interval smallest, List<Interval> values) {
    /** Copies the list. */
    public CertifiedSpectrum {
        values = List.copyOf(values);
    }

    /** The bounds, by {@link SpectralNormEnclosure} for the largest and {@link SingularValueEnclosure} for all. */
    public static CertifiedSpectrum of(IntervalMatrix matrix) {
        List<Interval> values = new ArrayList<>(SingularValueEnclosure.of(matrix));
        if (values.isEmpty()) {
            return new CertifiedSpectrum(Interval.ZERO, Interval.ZERO, values);
        }
        values.set(0, values.get(0).intersect(SpectralNormEnclosure.of(matrix)));
        return new CertifiedSpectrum(values.get(0), values.get(values.size() - 1), values);
    }
}
