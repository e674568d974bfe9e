package gradlab.verification.domain;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.Real;
import gradlab.analysis.expression.Kind;
import gradlab.analysis.expression.Scope;
import gradlab.analysis.expression.Value;
import gradlab.analysis.moment.Law;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Binds random variables in one arithmetic.
 *
 * @param numbers the arithmetic
 * @param embedding a real number in it
 * @param unit the next random number of a law, of unit size
 * @param <N> the numbers
 */
public record RandomScope<N>(Arithmetic<N> numbers, Function<Real, N> embedding, Function<Law, N> unit) {

    /** Binds every variable, entry by entry in a fixed order. */
    public void bind(Scope<N> scope, Map<String, Distribution> distributions) {
        distributions.forEach((name, distribution) -> scope.bind(name, value(distribution)));
    }

    private Value<N> value(Distribution distribution) {
        if (distribution instanceof Distribution.Lists lists) {
            List<Value<N>> items = new ArrayList<>();
            for (int i = 0; i < lists.count(); i++) {
                items.add(value(lists.item()));
            }
            return new Value.OfList<>(items);
        }
        if (distribution instanceof Distribution.Entries entries) {
            List<N> all = entries(entries);
            if (entries.kind() == Kind.NUMBER) {
                return new Value.OfNumber<>(all.get(0));
            }
            return entries.kind() == Kind.VECTOR
                    ? new Value.OfVector<>(all)
                    : new Value.OfMatrix<>(new Matrix<>(entries.rows(), entries.columns(), all));
        }
        throw new IllegalArgumentException("distribution must not be one of seeds");
    }

    private List<N> entries(Distribution.Entries entries) {
        N center = embedding.apply(entries.center());
        N scale = embedding.apply(entries.scale());
        boolean plain =
                entries.center().equals(Distribution.ZERO) && entries.scale().equals(Distribution.ONE);
        List<N> all = new ArrayList<>();
        for (int i = 0; i < entries.rows() * entries.columns(); i++) {
            N z = unit.apply(entries.law());
            all.add(plain ? z : numbers.add(center, numbers.multiply(scale, z)));
        }
        return all;
    }
}
