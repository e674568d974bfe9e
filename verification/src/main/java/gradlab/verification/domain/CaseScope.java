package gradlab.verification.domain;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.expression.Evaluator;
import gradlab.analysis.expression.Scope;
import gradlab.analysis.expression.Value;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Named;

/** Binds a claim's names for one case: constants, the case's values, and definitions at their first use. */
public final class CaseScope {

    private CaseScope() {}

    /** The scope of a case in an arithmetic. */
    public static <N> Scope<N> of(Claim claim, Case values, Arithmetic<N> numbers, Evaluator<N> evaluator) {
        Scope<N> scope = Scope.empty();
        claim.constants().forEach(constant -> bindLazily(scope, constant, evaluator));
        // A number may overflow a floating-point format: then what uses it is undefined, and nothing else.
        values.values().forEach((name, value) -> scope.bindLazily(name, () -> value(value, numbers)));
        claim.definitions().forEach(definition -> bindLazily(scope, definition, evaluator));
        return scope;
    }

    private static <N> void bindLazily(Scope<N> scope, Named named, Evaluator<N> evaluator) {
        scope.bindLazily(named.name(), () -> evaluator.value(named.expression(), scope));
    }

    /** An exact value in an arithmetic. */
    public static <N> Value<N> value(CaseValue value, Arithmetic<N> numbers) {
        if (value instanceof CaseValue.OfNumber number) {
            return new Value.OfNumber<>(numbers.of(number.value()));
        } else if (value instanceof CaseValue.OfTruth truth) {
            return new Value.OfTruth<>(Truth.of(truth.value()));
        } else if (value instanceof CaseValue.OfVector vector) {
            return new Value.OfVector<>(
                    vector.entries().stream().map(numbers::of).toList());
        } else if (value instanceof CaseValue.OfMatrix matrix) {
            return new Value.OfMatrix<>(matrix.matrix().map(numbers::of));
        } else if (value instanceof CaseValue.OfList list) {
            return new Value.OfList<>(
                    list.items().stream().map(item -> value(item, numbers)).toList());
        }
        throw new IllegalStateException("unknown value " + value.getClass());
    }
}
