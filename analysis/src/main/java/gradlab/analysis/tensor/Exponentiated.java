package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.arithmetic.Transcendental;
import gradlab.analysis.arithmetic.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Softmax, p_i = 1/(1 + r_i) with r_i the sum of exp(x_j - x_i) over the others, or its logarithm -log1p(r_i): forms in which
 * nothing overflows that matters, each difference stands once, and equal inputs give equal outputs exactly.
 *
 * <p>A direction t changes log p_i by sum_j p_j (t_i - t_j), and p_i by p_i times that: what moves all inputs alike cancels
 * before it is multiplied.
 *
 * @param numbers the arithmetic
 * @param logarithm whether the logarithm is wanted
 * @param <N> the numbers
 */
record Exponentiated<N>(Arithmetic<N> numbers, boolean logarithm) implements Jets.OfGroup<N> {

    @Override
    public List<N> values(List<N> x) {
        if (x.isEmpty()) {
            throw new ShapeException("an empty vector", "at least one logit");
        }
        return IntStream.range(0, x.size())
                .mapToObj(i -> logarithm ? logarithm(x, i) : probability(x, i))
                .toList();
    }

    private N others(List<N> x, int i) {
        N sum = numbers.zero();
        for (int j = 0; j < x.size(); j++) {
            if (j != i) {
                N difference = numbers.subtract(x.get(j), x.get(i));
                sum = numbers.add(sum, numbers.apply(Transcendental.EXP, difference));
            }
        }
        return sum;
    }

    private N probability(List<N> x, int i) {
        return numbers.divide(numbers.one(), numbers.add(numbers.one(), others(x, i)));
    }

    private N logarithm(List<N> x, int i) {
        return numbers.negate(numbers.apply(Transcendental.LOG1P, others(x, i)));
    }

    @Override
    public Jets.Derivative<N> derivative(List<N> x, List<N> values) {
        List<N> p = logarithm
                ? IntStream.range(0, x.size()).mapToObj(i -> probability(x, i)).toList()
                : values;
        return direction -> along(p, direction);
    }

    private List<N> along(List<N> p, List<N> direction) {
        int[] moved = IntStream.range(0, p.size())
                .filter(j -> numbers.isZero(direction.get(j)) != Truth.TRUE)
                .toArray();
        int[] all = IntStream.range(0, p.size()).toArray();
        List<N> change = new ArrayList<>(p.size());
        for (int i = 0; i < p.size(); i++) {
            boolean moves = numbers.isZero(direction.get(i)) != Truth.TRUE;
            N sum = ofLogarithm(p, direction, i, moves ? all : moved);
            change.add(logarithm ? sum : numbers.multiply(p.get(i), sum));
        }
        return change;
    }

    private N ofLogarithm(List<N> p, List<N> t, int i, int[] others) {
        N sum = numbers.zero();
        for (int j : others) {
            if (j != i) {
                N difference = numbers.subtract(t.get(i), t.get(j));
                sum = numbers.add(sum, numbers.multiply(p.get(j), difference));
            }
        }
        return sum;
    }
}
