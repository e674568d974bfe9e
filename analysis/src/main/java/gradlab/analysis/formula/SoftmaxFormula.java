package gradlab.analysis.formula;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.LinearAlgebra;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.arithmetic.Transcendental;
import java.util.ArrayList;
import java.util.List;

/**
 * Softmax, p_i = 1 / sum_j exp(x_j - x_i): a form in which nothing overflows that matters, and equal inputs give equal
 * outputs exactly. Its Jacobian is diag(p) - p p'.
 *
 * @param <N> the numbers
 */
public record SoftmaxFormula<N>() implements LayerFormula<N> {

    @Override
    public List<N> value(Arithmetic<N> numbers, List<N> x) {
        if (x.isEmpty()) {
            throw new ShapeException("an empty vector", "at least one logit");
        }
        List<N> p = new ArrayList<>(x.size());
        for (int i = 0; i < x.size(); i++) {
            p.add(probability(numbers, x, i));
        }
        return p;
    }

    private static <N> N probability(Arithmetic<N> numbers, List<N> x, int i) {
        N sum = numbers.one();
        for (int j = 0; j < x.size(); j++) {
            if (j != i) {
                N difference = numbers.subtract(x.get(j), x.get(i));
                sum = numbers.add(sum, numbers.apply(Transcendental.EXP, difference));
            }
        }
        return numbers.divide(numbers.one(), sum);
    }

    /** J T = diag(p) (T - 1 p' T), with 1 - p_i on the diagonal summed from the other p so that nothing cancels. */
    @Override
    public Jet<N> push(Arithmetic<N> numbers, Jet<N> x) {
        List<N> p = value(numbers, x.value());
        Matrix<N> jacobian =
                Matrix.of(p.size(), p.size(), (i, j) -> numbers.multiply(p.get(i), weight(numbers, p, i, j)));
        return new Jet<>(p, new LinearAlgebra<>(numbers).multiply(jacobian, x.tangents()));
    }

    private static <N> N weight(Arithmetic<N> numbers, List<N> p, int i, int j) {
        if (i != j) {
            return numbers.negate(p.get(j));
        }
        N others = numbers.zero();
        for (int k = 0; k < p.size(); k++) {
            others = k == i ? others : numbers.add(others, p.get(k));
        }
        return others;
    }
}
