package gradlab.verification.domain;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.Real;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.expression.Value;
import gradlab.verification.claim.CaseValue;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Turns an evaluated value into a value of a case, where every number of it is rational. */
public final class ExactValue {

    private ExactValue() {}

    /** The value of a case; empty if a number of it is not rational, or not known exactly. */
    public static Optional<CaseValue> of(Value<Real> value) {
        if (value instanceof Value.OfNumber<Real> number) {
            return rational(number.number()).map(CaseValue.OfNumber::new);
        } else if (value instanceof Value.OfTruth<Real> truth && truth.truth().isDecided()) {
            return Optional.of(new CaseValue.OfTruth(truth.truth() == Truth.TRUE));
        } else if (value instanceof Value.OfVector<Real> vector) {
            return rationals(vector.entries()).map(CaseValue.OfVector::new);
        } else if (value instanceof Value.OfMatrix<Real> of) {
            Matrix<Real> matrix = of.matrix();
            return rationals(matrix.entries())
                    .map(entries -> new CaseValue.OfMatrix(new Matrix<>(matrix.rows(), matrix.columns(), entries)));
        }
        return Optional.empty();
    }

    private static Optional<List<BigFraction>> rationals(List<Real> numbers) {
        List<BigFraction> exact =
                numbers.stream().flatMap(number -> rational(number).stream()).toList();
        return exact.size() == numbers.size() ? Optional.of(exact) : Optional.empty();
    }

    private static Optional<BigFraction> rational(Real number) {
        return number instanceof Real.Exact exact
                ? exact.value().rational().map(BigFraction::reduce)
                : Optional.empty();
    }
}
