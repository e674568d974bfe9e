package gradlab.analysis.expression;

import gradlab.analysis.arithmetic.NoValueException;
import java.util.Set;

/**
 * Where the values of {@code E}, {@code Var} and {@code P} come from.
 *
 * @param <N> the numbers
 */
@FunctionalInterface
public interface Averages<N> {

    /**
     * The value of one of them.
     *
     * @param call the call, checked
     * @param scope what its names stand for
     * @param evaluator who asks
     * @throws NoValueException if it has none, or none that can be told
     */
    Value<N> of(Expression.Call call, Scope<N> scope, Evaluator<N> evaluator);

    /** Whether an expression is a call of one of them. */
    static boolean isOne(Expression expression) {
        return expression instanceof Expression.Call call
                && call.function() instanceof Expression.Name name
                && Set.of("E", "Var", "P").contains(name.name());
    }

    /** Knows none. */
    static <N> Averages<N> none() {
        return (call, scope, evaluator) -> {
            throw NoValueException.undecided("a mean over random variables");
        };
    }
}
