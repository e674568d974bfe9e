package gradlab.analysis.arithmetic;

import gradlab.analysis.exact.ExactMatrix;
import gradlab.analysis.exact.ExactSpectrum;
import gradlab.analysis.exact.Surd;
import gradlab.analysis.interval.Interval;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/** Abscissas, exactly where the entries are and the matrix is simple enough, enclosed elsewhere. */
final class ExactStability {

    private ExactStability() {}

    /** Exact for triangular matrices and, where they are surds, for symmetric and 2 x 2 ones. */
    static Real abscissa(Matrix<Real> a) {
        Interval enclosure = StabilityEnclosures.abscissa(a.map(Real::enclosure));
        Optional<ExactMatrix> exact = ExactMatrices.exact(a);
        if (exact.filter(ExactMatrix::isTriangular).isPresent()) {
            return IntStream.range(0, a.rows())
                    .mapToObj(i -> exact.get().entry(i, i))
                    .max(Surd::compareTo)
                    .<Real>map(Real.Exact::new)
                    .orElseThrow();
        }
        if (exact.filter(ExactMatrix::isSymmetric).isPresent()) {
            return largestEigenvalue(exact.get(), enclosure);
        }
        return exact.filter(m -> m.rows() == 2)
                .flatMap(ExactStability::ofPair)
                .<Real>map(Real.Exact::new)
                .orElseGet(() -> new Real.Enclosed(enclosure));
    }

    static Real numericalAbscissa(Matrix<Real> a) {
        Interval enclosure = StabilityEnclosures.numericalAbscissa(a.map(Real::enclosure));
        Surd half = Surd.of(new BigFraction(1, 2));
        Optional<ExactMatrix> symmetric =
                ExactMatrices.exact(a).flatMap(m -> m.add(m.transpose())).flatMap(m -> m.multiply(half));
        return symmetric.map(m -> largestEigenvalue(m, enclosure)).orElseGet(() -> new Real.Enclosed(enclosure));
    }

    /** trace/2 + sqrt(d) with d the discriminant, or trace/2 for a complex pair. */
    private static Optional<Surd> ofPair(ExactMatrix m) {
        Surd half = Surd.of(new BigFraction(1, 2));
        Optional<Surd> difference = m.entry(0, 0).subtract(m.entry(1, 1)).map(half::multiply);
        Optional<Surd> discriminant =
                difference.flatMap(d -> d.multiply(d).add(m.entry(0, 1).multiply(m.entry(1, 0))));
        Optional<Surd> mean = m.entry(0, 0).add(m.entry(1, 1)).map(half::multiply);
        return discriminant
                .flatMap(d -> d.signum() <= 0 ? Optional.of(Surd.ZERO) : d.sqrt())
                .flatMap(root -> mean.flatMap(root::add));
    }

    /** Of a symmetric S: the norm of S + t I, less t, for a whole number t that leaves no eigenvalue below 0. */
    private static Real largestEigenvalue(ExactMatrix s, Interval enclosure) {
        Surd shift = Surd.of(new BigFraction(s.norminf().ceil()));
        Optional<ExactMatrix> shifted = ExactMatrix.of(s.rows(), s.rows(), (i, j) -> i == j ? shift : Surd.ZERO)
                .flatMap(s::add);
        Optional<Surd> value = shifted.filter(m -> m.rows() <= ExactMatrices.LARGEST_ORDER)
                .flatMap(ExactSpectrum::spectralNorm)
                .flatMap(norm -> norm.subtract(shift));
        if (value.isPresent()) {
            return new Real.Exact(value.get());
        }
        return shifted.<Real>map(m -> new Real.ShiftedNorm(m, shift, enclosure))
                .orElseGet(() -> new Real.Enclosed(enclosure));
    }
}
