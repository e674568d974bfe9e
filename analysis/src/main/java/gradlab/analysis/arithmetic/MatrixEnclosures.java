package gradlab.analysis.arithmetic;

import gradlab.analysis.interval.DeterminantEnclosure;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.interval.IntervalMatrix;
import gradlab.analysis.interval.InverseEnclosure;
import gradlab.analysis.interval.SingularValueEnclosure;
import gradlab.analysis.interval.SpectralNormEnclosure;
import gradlab.analysis.interval.SpectralRadiusEnclosure;
import java.util.List;

/** Matrices of intervals: what is enclosed holds for every real matrix inside. */
enum MatrixEnclosures implements MatrixArithmetic<Interval> {
    /** The one there is. */
    ENCLOSURES;

    @Override
    public Interval spectralNorm(Matrix<Interval> a) {
        return SpectralNormEnclosure.of(packed(a));
    }

    @Override
    public List<Interval> singularValues(Matrix<Interval> a) {
        return SingularValueEnclosure.of(packed(a));
    }

    @Override
    public Interval spectralRadius(Matrix<Interval> a) {
        return SpectralRadiusEnclosure.of(packed(a));
    }

    /** Known where every singular value is above 0, or every entry 0. */
    @Override
    public Interval rank(Matrix<Interval> a) {
        if (a.entries().stream().allMatch(Interval.ZERO::equals)) {
            return Interval.ZERO;
        }
        List<Interval> values = singularValues(a);
        if (values.stream().allMatch(value -> value.lower() > 0)) {
            return Interval.of(values.size());
        }
        throw NoValueException.undecided("the rank of a matrix that may be singular");
    }

    @Override
    public Interval abscissa(Matrix<Interval> a) {
        return StabilityEnclosures.abscissa(a);
    }

    @Override
    public Interval numericalAbscissa(Matrix<Interval> a) {
        return StabilityEnclosures.numericalAbscissa(a);
    }

    @Override
    public Interval kreiss(Matrix<Interval> a) {
        return StabilityEnclosures.kreiss(a);
    }

    @Override
    public Interval kreissContinuous(Matrix<Interval> a) {
        return StabilityEnclosures.kreissContinuous(a);
    }

    @Override
    public Interval determinant(Matrix<Interval> a) {
        return DeterminantEnclosure.of(packed(a));
    }

    @Override
    public Matrix<Interval> inverse(Matrix<Interval> a) {
        IntervalMatrix inverse = InverseEnclosure.of(packed(a))
                .orElseThrow(() -> NoValueException.undecided("a matrix that may be singular"));
        return Matrix.of(a.rows(), a.columns(), inverse::get);
    }

    static IntervalMatrix packed(Matrix<Interval> a) {
        return IntervalMatrix.of(a.rows(), a.columns(), a::get);
    }
}
