package gradlab.analysis.arithmetic;

import gradlab.analysis.interval.DeterminantEnclosure;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.interval.IntervalMatrix;
import gradlab.analysis.interval.InverseEnclosure;
import gradlab.analysis.interval.SingularValueEnclosure;
import gradlab.analysis.interval.SpectralNormEnclosure;
import gradlab.analysis.interval.SpectralRadiusEnclosure;
import java.util.List;

/** Enclosures of what only a whole matrix has. */
final class MatrixEnclosures {

    private MatrixEnclosures() {}

    static Interval spectralNorm(Matrix<Interval> a) {
        return SpectralNormEnclosure.of(packed(a));
    }

    static List<Interval> singularValues(Matrix<Interval> a) {
        return SingularValueEnclosure.of(packed(a));
    }

    static Interval spectralRadius(Matrix<Interval> a) {
        return SpectralRadiusEnclosure.of(packed(a));
    }

    /** Known where every singular value is above 0, or every entry 0. */
    static Interval rank(Matrix<Interval> a) {
        if (a.entries().stream().allMatch(Interval.ZERO::equals)) {
            return Interval.ZERO;
        }
        List<Interval> values = singularValues(a);
        if (values.stream().allMatch(value -> value.lower() > 0)) {
            return Interval.of(values.size());
        }
        throw NoValueException.undecided("the rank of a matrix that may be singular");
    }

    static Interval determinant(Matrix<Interval> a) {
        return DeterminantEnclosure.of(packed(a));
    }

    static Matrix<Interval> inverse(Matrix<Interval> a) {
        IntervalMatrix inverse = InverseEnclosure.of(packed(a))
                .orElseThrow(() -> NoValueException.undecided("a matrix that may be singular"));
        return Matrix.of(a.rows(), a.columns(), inverse::get);
    }

    static IntervalMatrix packed(Matrix<Interval> a) {
        return IntervalMatrix.of(a.rows(), a.columns(), a::get);
    }
}
