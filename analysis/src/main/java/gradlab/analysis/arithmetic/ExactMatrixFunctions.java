package gradlab.analysis.arithmetic;

import gradlab.analysis.exact.ExactMatrix;
import gradlab.analysis.exact.ExactSpectrum;
import gradlab.analysis.exact.Surd;
import gradlab.analysis.interval.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What only a whole matrix has, exactly where its entries are exact and it is small, enclosed elsewhere. */
final class ExactMatrixFunctions {

    /** Above this order an exact spectrum costs more than the one comparison that may be needed of it. */
    static final int LARGEST_ORDER = 16;

    /** Longer matrices are not looked at exactly: 256 x 256 entries of 128 bits, 16 x 16 of 32,000. */
    private static final long MOST_BITS = 1L << 23;

    private ExactMatrixFunctions() {}

    static Real spectralNorm(Matrix<Real> a) {
        Optional<ExactMatrix> exact = exact(a);
        Optional<Surd> norm = exact.flatMap(UniformMatrix::spectralNorm)
                .or(() -> exact.filter(m -> isSmall(a)).flatMap(ExactSpectrum::spectralNorm));
        if (norm.isPresent()) {
            return new Real.Exact(norm.get());
        }
        Interval enclosure = MatrixEnclosures.spectralNorm(enclosures(a));
        return exact.<Real>map(m -> new Real.NormOf(m, enclosure)).orElseGet(() -> new Real.Enclosed(enclosure));
    }

    static List<Real> singularValues(Matrix<Real> a) {
        List<Interval> enclosures = MatrixEnclosures.singularValues(enclosures(a));
        Optional<ExactMatrix> exact = exact(a).filter(m -> isSmall(a));
        List<Real> values = new ArrayList<>();
        for (int i = 0; i < enclosures.size(); i++) {
            int which = i + 1;
            Optional<Surd> value = exact.flatMap(m -> ExactSpectrum.singularValue(m, which));
            Interval enclosure = enclosures.get(i);
            values.add(value.<Real>map(Real.Exact::new).orElseGet(() -> new Real.Enclosed(enclosure)));
        }
        return values;
    }

    static Real spectralRadius(Matrix<Real> a) {
        Optional<ExactMatrix> exact = exact(a).filter(m -> isSmall(a));
        Optional<Surd> radius = exact.flatMap(ExactSpectrum::spectralRadius);
        if (radius.isPresent()) {
            return new Real.Exact(radius.get());
        }
        Interval enclosure = MatrixEnclosures.spectralRadius(enclosures(a));
        return exact.<Real>map(m -> new Real.RadiusOf(m, enclosure)).orElseGet(() -> new Real.Enclosed(enclosure));
    }

    static Real rank(Matrix<Real> a) {
        OptionalInt rank = exact(a).map(ExactMatrix::rank).orElse(OptionalInt.empty());
        return rank.isPresent()
                ? new Real.Exact(Surd.of(rank.getAsInt()))
                : new Real.Enclosed(MatrixEnclosures.rank(enclosures(a)));
    }

    static Real determinant(Matrix<Real> a) {
        Optional<Surd> exact = exact(a).flatMap(ExactMatrix::determinant);
        return exact.<Real>map(Real.Exact::new)
                .orElseGet(() -> new Real.Enclosed(MatrixEnclosures.determinant(enclosures(a))));
    }

    static Matrix<Real> inverse(Matrix<Real> a) {
        if (determinant(a) instanceof Real.Exact exact && exact.value().signum() == 0) {
            throw NoValueException.undefined("inverse of a singular matrix");
        }
        Optional<ExactMatrix> inverse = exact(a).flatMap(ExactMatrix::inverse);
        if (inverse.isPresent()) {
            return Matrix.of(
                    a.rows(),
                    a.columns(),
                    (i, j) -> new Real.Exact(inverse.get().entry(i, j)));
        }
        return MatrixEnclosures.inverse(enclosures(a)).map(Real.Enclosed::new);
    }

    private static boolean isSmall(Matrix<Real> a) {
        return Math.min(a.rows(), a.columns()) <= LARGEST_ORDER;
    }

    static Optional<ExactMatrix> exact(Matrix<Real> a) {
        return isExactAndShort(a)
                ? ExactMatrix.of(a.rows(), a.columns(), (i, j) -> ((Real.Exact) a.get(i, j)).value())
                : Optional.empty();
    }

    private static boolean isExactAndShort(Matrix<Real> a) {
        long bits = 0;
        for (Real entry : a.entries()) {
            if (!(entry instanceof Real.Exact exact)) {
                return false;
            }
            bits += exact.value().bitLength();
        }
        return bits <= MOST_BITS;
    }

    private static Matrix<Interval> enclosures(Matrix<Real> a) {
        return a.map(Real::enclosure);
    }
}
