package gradlab.verification.certificate;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.Real;
import gradlab.analysis.arithmetic.RealArithmetic;
import gradlab.analysis.exact.Surd;
import gradlab.analysis.expression.Evaluator;
import gradlab.analysis.expression.Scope;
import gradlab.analysis.expression.Value;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.domain.CaseScope;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hipparchus.fraction.BigFraction;

/** Binds a claim's names for all cases of a box at once: what varies as an interval, what does not exactly. */
final class BoxScope {

    private BoxScope() {}

    /** The scope of a box; an embedding brings a real number into the arithmetic. */
    static <N> Scope<N> of(
            Claim claim, Box box, Arithmetic<N> numbers, Function<Real, N> embedding, Evaluator<N> evaluator) {
        RealArithmetic reals = new RealArithmetic();
        Scope<N> scope = CaseScope.of(claim, box.lower(), numbers, evaluator);
        box.lower().values().forEach((name, low) -> {
            CaseValue high = box.upper().values().get(name);
            if (high != null && !low.equals(high)) {
                scope.bind(name, embedded(between(low, high, reals), embedding));
            }
        });
        return scope;
    }

    private static <N> Value<N> embedded(Value<Real> value, Function<Real, N> embedding) {
        if (value instanceof Value.OfNumber<Real> number) {
            return new Value.OfNumber<>(embedding.apply(number.number()));
        } else if (value instanceof Value.OfVector<Real> vector) {
            return new Value.OfVector<>(vector.entries().stream().map(embedding).toList());
        }
        return new Value.OfMatrix<>(((Value.OfMatrix<Real>) value).matrix().map(embedding));
    }

    private static Value<Real> between(CaseValue low, CaseValue high, RealArithmetic numbers) {
        if (low instanceof CaseValue.OfNumber a && high instanceof CaseValue.OfNumber b) {
            return new Value.OfNumber<>(between(a.value(), b.value(), numbers));
        } else if (low instanceof CaseValue.OfVector a && high instanceof CaseValue.OfVector b) {
            return new Value.OfVector<>(between(a.entries(), b.entries(), numbers));
        } else if (low instanceof CaseValue.OfMatrix a && high instanceof CaseValue.OfMatrix b) {
            Matrix<BigFraction> shape = a.matrix();
            List<Real> entries = between(shape.entries(), b.matrix().entries(), numbers);
            return new Value.OfMatrix<>(new Matrix<>(shape.rows(), shape.columns(), entries));
        }
        throw new IllegalArgumentException("corners must be numbers, vectors or matrices of one shape");
    }

    private static List<Real> between(List<BigFraction> low, List<BigFraction> high, RealArithmetic numbers) {
        return IntStream.range(0, low.size())
                .mapToObj(i -> between(low.get(i), high.get(i), numbers))
                .toList();
    }

    private static Real between(BigFraction low, BigFraction high, RealArithmetic numbers) {
        return low.equals(high) ? numbers.of(low) : new Real.Between(Surd.of(low), Surd.of(high));
    }
}
