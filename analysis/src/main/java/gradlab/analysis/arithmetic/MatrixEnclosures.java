package gradlab.analysis.arithmetic;

import gradlab.analysis.interval.Interval;
import java.util.Collections;
import java.util.List;

final class MatrixEnclosures {
    private MatrixEnclosures() {}

    static Interval spectralNorm(Matrix<Interval> a) {
        return a.rows() == 0 ? Interval.ZERO : Interval.ENTIRE;
    }

    static List<Interval> singularValues(Matrix<Interval> a) {
        return Collections.nCopies(Math.min(a.rows(), a.columns()), Interval.ENTIRE);
    }

    static Interval spectralRadius(Matrix<Interval> a) {
        return spectralNorm(a);
    }

    static Interval determinant(Matrix<Interval> a) {
        return a.rows() == 0 ? Interval.ONE : Interval.ENTIRE;
    }

    static Matrix<Interval> inverse(Matrix<Interval> a) {
        return a.map(e -> Interval.ENTIRE);
    }
}
