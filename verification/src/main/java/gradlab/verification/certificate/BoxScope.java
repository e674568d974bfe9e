package gradlab.verification.certificate;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.expression.Evaluator;
import gradlab.analysis.expression.Scope;
import gradlab.analysis.expression.Value;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.domain.CaseScope;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/**
 * Binds a claim's names for all cases of a box at once: what varies as a range, what does not exactly.
 *
 * @param numbers the arithmetic
 * @param range how it holds all numbers between two
 * @param <N> its numbers
 */
record BoxScope<N>(Arithmetic<N> numbers, Range<N> range) {

    /** All numbers between two different ones. */
    interface Range<N> {
        N between(BigFraction low, BigFraction high);
    }

    Scope<N> of(Claim claim, Box box, Evaluator<N> evaluator) {
        Scope<N> scope = CaseScope.of(claim, box.lower(), numbers, evaluator);
        box.lower().values().forEach((name, low) -> {
            CaseValue high = box.upper().values().get(name);
            if (high != null && !low.equals(high)) {
                scope.bind(name, between(low, high));
            }
        });
        return scope;
    }

    private Value<N> between(CaseValue low, CaseValue high) {
        if (low instanceof CaseValue.OfNumber a && high instanceof CaseValue.OfNumber b) {
            return new Value.OfNumber<>(between(a.value(), b.value()));
        } else if (low instanceof CaseValue.OfVector a && high instanceof CaseValue.OfVector b) {
            return new Value.OfVector<>(between(a.entries(), b.entries()));
        } else if (low instanceof CaseValue.OfMatrix a && high instanceof CaseValue.OfMatrix b) {
            Matrix<BigFraction> shape = a.matrix();
            List<N> entries = between(shape.entries(), b.matrix().entries());
            return new Value.OfMatrix<>(new Matrix<>(shape.rows(), shape.columns(), entries));
        }
        throw new IllegalArgumentException("corners must be numbers, vectors or matrices of one shape");
    }

    private List<N> between(List<BigFraction> low, List<BigFraction> high) {
        return IntStream.range(0, low.size())
                .mapToObj(i -> between(low.get(i), high.get(i)))
                .toList();
    }

    private N between(BigFraction low, BigFraction high) {
        return low.equals(high) ? numbers.of(low) : range.between(low, high);
    }
}
