package gradlab.verification.certificate;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.domain.Bounds;
import gradlab.verification.domain.Domain;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** Moves a box's corner into the domain, where an irrational bound lets the box reach beyond it. */
final class InsideValue {

    private InsideValue() {}

    static CaseValue of(Domain domain, Case corner, String name) {
        CaseValue value = corner.values().get(name);
        if (value == null) {
            throw new IllegalArgumentException("corner must have the variable " + name);
        }
        return bounds(domain).map(b -> clamped(value, b)).orElse(value);
    }

    private static CaseValue clamped(CaseValue value, Bounds bounds) {
        if (value instanceof CaseValue.OfNumber number) {
            return new CaseValue.OfNumber(bounds.clamp(number.value()));
        } else if (value instanceof CaseValue.OfVector vector) {
            return new CaseValue.OfVector(
                    vector.entries().stream().map(bounds::clamp).toList());
        } else if (value instanceof CaseValue.OfMatrix of) {
            Matrix<BigFraction> clamped = of.matrix().map(bounds::clamp);
            return new CaseValue.OfMatrix(clamped);
        }
        return value;
    }

    private static Optional<Bounds> bounds(Domain domain) {
        if (domain instanceof Domain.Reals reals) {
            return reals.bounds();
        } else if (domain instanceof Domain.LogReals logReals) {
            return Optional.of(logReals.bounds());
        } else if (domain instanceof Domain.Vectors vectors) {
            return vectors.bounds();
        } else if (domain instanceof Domain.Matrices matrices) {
            return matrices.bounds();
        }
        return Optional.empty();
    }
}
