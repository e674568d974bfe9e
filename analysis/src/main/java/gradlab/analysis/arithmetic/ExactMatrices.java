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
enum ExactMatrices implements MatrixArithmetic<Real> {
    /** The one there is. */
    REALS;

    private static final MatrixArithmetic<Interval> ENCLOSED = MatrixEnclosures.ENCLOSURES;
    private static final Real ONE = new Real.Exact(Surd.ONE);

    /** Above this order an exact spectrum costs more than the one comparison that may be needed of it. */
    static final int LARGEST_ORDER = 16;

    /** Longer matrices are not looked at exactly: 256 x 256 entries of 128 bits, 16 x 16 of 32,000. */
    private static final long MOST_BITS = 1L << 23;

    @Override
    public Real spectralNorm(Matrix<Real> a) {
        Optional<ExactMatrix> exact = exact(a);
        Optional<Surd> norm = exact.flatMap(UniformMatrix::spectralNorm)
                .or(() -> exact.filter(m -> isSmall(a)).flatMap(ExactSpectrum::spectralNorm));
        if (norm.isPresent()) {
            return new Real.Exact(norm.get());
        }
        Interval enclosure = ENCLOSED.spectralNorm(enclosures(a));
        return exact.<Real>map(m -> new Real.NormOf(m, enclosure)).orElseGet(() -> new Real.Enclosed(enclosure));
    }

    @Override
    public List<Real> singularValues(Matrix<Real> a) {
        List<Interval> enclosures = ENCLOSED.singularValues(enclosures(a));
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

    @Override
    public Real spectralRadius(Matrix<Real> a) {
        Optional<ExactMatrix> exact = exact(a).filter(m -> isSmall(a));
        Optional<Surd> radius = exact.flatMap(ExactSpectrum::spectralRadius);
        if (radius.isPresent()) {
            return new Real.Exact(radius.get());
        }
        Interval enclosure = ENCLOSED.spectralRadius(enclosures(a));
        if (exact.filter(ExactSpectrum::isNormal).isPresent()) {
            return new Real.NormOf(exact.get(), enclosure);
        }
        return exact.<Real>map(m -> new Real.RadiusOf(m, enclosure)).orElseGet(() -> new Real.Enclosed(enclosure));
    }

    @Override
    public Real rank(Matrix<Real> a) {
        OptionalInt rank = exact(a).map(ExactMatrix::rank).orElse(OptionalInt.empty());
        return rank.isPresent()
                ? new Real.Exact(Surd.of(rank.getAsInt()))
                : new Real.Enclosed(ENCLOSED.rank(enclosures(a)));
    }

    @Override
    public Real abscissa(Matrix<Real> a) {
        return ExactStability.abscissa(a);
    }

    @Override
    public Real numericalAbscissa(Matrix<Real> a) {
        return ExactStability.numericalAbscissa(a);
    }

    /** 1 for a norm of at most 1, which a comparison settles exactly. */
    @Override
    public Real kreiss(Matrix<Real> a) {
        return RealComparison.less(ONE, spectralNorm(a)) == Truth.FALSE
                ? ONE
                : new Real.Enclosed(ENCLOSED.kreiss(enclosures(a)));
    }

    /** 1 for a numerical abscissa of at most 0. */
    @Override
    public Real kreissContinuous(Matrix<Real> a) {
        boolean contracts =
                a.rows() == 0 || RealComparison.less(new Real.Exact(Surd.ZERO), numericalAbscissa(a)) == Truth.FALSE;
        return contracts ? ONE : new Real.Enclosed(ENCLOSED.kreissContinuous(enclosures(a)));
    }

    @Override
    public Real determinant(Matrix<Real> a) {
        Optional<Surd> exact = exact(a).flatMap(ExactMatrix::determinant);
        return exact.<Real>map(Real.Exact::new).orElseGet(() -> new Real.Enclosed(ENCLOSED.determinant(enclosures(a))));
    }

    @Override
    public Matrix<Real> inverse(Matrix<Real> a) {
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
        return ENCLOSED.inverse(enclosures(a)).map(Real.Enclosed::new);
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
