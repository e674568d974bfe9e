package gradlab.analysis.formula;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.LinearAlgebra;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.arithmetic.Transcendental;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A coupling of a normalising flow: the halves (a, b) of the input become (a, b exp(s(a)) + t(a)), entry by entry (dinh2017).
 *
 * @param scale s, from the length of a to the same
 * @param shift t, likewise
 * @param <N> the numbers
 */
public record CouplingFormula<N>(LayerFormula<N> scale, LayerFormula<N> shift) implements LayerFormula<N> {

    @Override
    public long parts() {
        return 1 + scale.parts() + shift.parts();
    }

    @Override
    public List<N> value(Arithmetic<N> numbers, List<N> x) {
        List<N> first = half(x, 0);
        return joined(numbers, x, factors(numbers, scale.value(numbers, first)), shift.value(numbers, first));
    }

    private static <E> List<E> half(List<E> x, int which) {
        if (x.size() % 2 != 0) {
            throw new ShapeException("a vector of length " + x.size(), "an even length");
        }
        int half = x.size() / 2;
        return x.subList(which * half, (which + 1) * half);
    }

    private List<N> factors(Arithmetic<N> numbers, List<N> logarithms) {
        return new LinearAlgebra<>(numbers).map(logarithms, e -> numbers.apply(Transcendental.EXP, e));
    }

    private List<N> joined(Arithmetic<N> numbers, List<N> x, List<N> factors, List<N> shifts) {
        LinearAlgebra<N> algebra = new LinearAlgebra<>(numbers);
        List<N> stretched = algebra.map(half(x, 1), factors, numbers::multiply);
        return Stream.concat(half(x, 0).stream(), algebra.map(stretched, shifts, numbers::add).stream())
                .toList();
    }

    /** The change of b_i exp(s_i) + t_i is exp(s_i) (b_i' + b_i s_i') + t_i'. */
    @Override
    public Jet<N> push(Arithmetic<N> numbers, Jet<N> x) {
        List<N> first = half(x.value(), 0);
        List<N> second = half(x.value(), 1);
        int columns = x.tangents().columns();
        int half = first.size();
        Matrix<N> upper = Matrix.of(half, columns, x.tangents()::get);
        Jet<N> s = scale.push(numbers, new Jet<>(first, upper));
        Jet<N> t = shift.push(numbers, new Jet<>(first, upper));
        List<N> factors = factors(numbers, s.value());
        List<N> value = joined(numbers, x.value(), factors, t.value());
        Matrix<N> lower = Matrix.of(half, columns, (i, j) -> {
            N through = numbers.multiply(second.get(i), s.tangents().get(i, j));
            N stretched =
                    numbers.multiply(factors.get(i), numbers.add(x.tangents().get(half + i, j), through));
            return numbers.add(stretched, t.tangents().get(i, j));
        });
        List<N> entries = new ArrayList<>(upper.entries());
        entries.addAll(lower.entries());
        return new Jet<>(value, new Matrix<>(2 * half, columns, entries));
    }
}
