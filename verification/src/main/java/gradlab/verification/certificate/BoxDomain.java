package gradlab.verification.certificate;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.exact.Binary64;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.domain.Bounds;
import gradlab.verification.domain.Domain;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** The corners of a bounded domain of real numbers, rounded outwards where a bound is no rational. */
final class BoxDomain {

    /** How many real numbers may vary in a box. */
    static final int MOST_SIDES = 6;

    private BoxDomain() {}

    /** Least and largest corner. */
    record Corners(CaseValue lower, CaseValue upper) {}

    static Optional<Corners> corners(Domain domain) {
        if (domain instanceof Domain.Reals reals) {
            return reals.bounds().flatMap(BoxDomain::number);
        } else if (domain instanceof Domain.LogReals logReals) {
            return number(logReals.bounds());
        } else if (domain instanceof Domain.Vectors vectors && vectors.n() <= MOST_SIDES) {
            return vectors.bounds()
                    .filter(BoxDomain::isFinite)
                    .map(b -> new Corners(
                            new CaseValue.OfVector(Collections.nCopies(vectors.n(), low(b))),
                            new CaseValue.OfVector(Collections.nCopies(vectors.n(), high(b)))));
        } else if (domain instanceof Domain.Matrices matrices && matrices.rows() * matrices.columns() <= MOST_SIDES) {
            return matrices.bounds()
                    .filter(BoxDomain::isFinite)
                    .map(b -> new Corners(matrix(matrices, low(b)), matrix(matrices, high(b))));
        }
        return Optional.empty();
    }

    private static CaseValue matrix(Domain.Matrices shape, BigFraction entry) {
        List<BigFraction> entries = Collections.nCopies(shape.rows() * shape.columns(), entry);
        return new CaseValue.OfMatrix(new Matrix<>(shape.rows(), shape.columns(), entries));
    }

    private static Optional<Corners> number(Bounds bounds) {
        return isFinite(bounds)
                ? Optional.of(new Corners(new CaseValue.OfNumber(low(bounds)), new CaseValue.OfNumber(high(bounds))))
                : Optional.empty();
    }

    private static boolean isFinite(Bounds bounds) {
        return bounds.outer().isFinite();
    }

    private static BigFraction low(Bounds bounds) {
        return bounds.lowIsExact()
                ? bounds.low()
                : Binary64.exact(bounds.outer().lower());
    }

    private static BigFraction high(Bounds bounds) {
        return bounds.highIsExact()
                ? bounds.high()
                : Binary64.exact(bounds.outer().upper());
    }
}
