package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Matrix;
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
 * <p>With q_ij = p_j/(1 - p_i), which does not depend on x_i, a direction t changes log p_i by (1 - p_i) sum_j q_ij (t_i -
 * t_j) and p_i by p_i times that. Over boxes both factors are sharp: p_i (1 - p_i) is the slope of the sigmoid at -log r_i, and
 * what moves all inputs alike cancels before it is multiplied.
 *
 * @param numbers the arithmetic
 * @param logarithm whether the logarithm is wanted
 * @param <N> the numbers
 */
record Exponentiated<N>(Arithmetic<N> numbers, boolean logarithm) implements GroupFunction<N> {

    @Override
    public List<N> values(List<N> x) {
        if (x.isEmpty()) {
            throw new ShapeException("an empty vector", "at least one logit");
        }
        List<N> values = new ArrayList<>(x.size());
        for (int i = 0; i < x.size(); i++) {
            N others = numbers.zero();
            for (int j = 0; j < x.size(); j++) {
                others = j == i ? others : numbers.add(others, ratio(x, j, i));
            }
            values.add(
                    logarithm
                            ? numbers.negate(numbers.apply(Transcendental.LOG1P, others))
                            : oneOver(numbers.one(), others));
        }
        return values;
    }

    /** exp(x_j - x_i). */
    private N ratio(List<N> x, int j, int i) {
        return numbers.apply(Transcendental.EXP, numbers.subtract(x.get(j), x.get(i)));
    }

    private N oneOver(N a, N b) {
        return numbers.divide(numbers.one(), numbers.add(a, b));
    }

    /**
     * What of the derivative does not depend on the direction.
     *
     * @param outer p_i (1 - p_i), or 1 - p_i for the logarithm
     * @param inner q_ij; 0 on the diagonal
     */
    private record Weights<N>(List<N> outer, Matrix<N> inner) {}

    @Override
    public GroupFunction.Derivative<N> derivative(List<N> x, List<N> values) {
        int n = x.size();
        List<N> outer = new ArrayList<>(n);
        List<N> inner = new ArrayList<>(n * n);
        Matrix<N> ratios = Matrix.of(n, n, (j, i) -> j == i ? numbers.one() : ratio(x, j, i));
        for (int j = 0; j < n; j++) {
            outer.add(slope(ratios, j));
            // Row j of the transposed: q_ij = 1/(sum of exp(x_k - x_j) over the k other than i).
            inner.addAll(shares(ratios, j));
        }
        Weights<N> weights = new Weights<>(outer, new Matrix<>(n, n, inner).transpose());
        return direction -> along(weights, direction);
    }

    /** p (1 - p) = r/(1 + r)² = the slope of the sigmoid at -log r, or 1 - p = r/(1 + r) = 1/(1 + 1/r). */
    private N slope(Matrix<N> ratios, int i) {
        N others = numbers.zero();
        for (int j = 0; j < ratios.rows(); j++) {
            others = j == i ? others : numbers.add(others, ratios.get(j, i));
        }
        if (numbers.less(numbers.zero(), others) != Truth.TRUE) {
            N p = oneOver(numbers.one(), others);
            return numbers.multiply(logarithm ? numbers.one() : p, numbers.subtract(numbers.one(), p));
        }
        if (logarithm) {
            return oneOver(numbers.one(), numbers.divide(numbers.one(), others));
        }
        N p = oneOver(numbers.one(), others);
        N product = numbers.multiply(p, oneOver(numbers.one(), numbers.divide(numbers.one(), others)));
        N logit = numbers.apply(Transcendental.LOG, others);
        return numbers.sharper(product, numbers.apply(Transcendental.SIGMOID_SLOPE, logit));
    }

    /** For each i the q_ij of a j. */
    private List<N> shares(Matrix<N> ratios, int j) {
        int n = ratios.rows();
        List<N> before = new ArrayList<>(n);
        N sum = numbers.zero();
        for (int k = 0; k < n; k++) {
            before.add(sum);
            sum = numbers.add(sum, ratios.get(k, j));
        }
        N behind = numbers.zero();
        for (int i = n - 1; i >= 0; i--) {
            before.set(i, i == j ? numbers.zero() : oneOver(before.get(i), behind));
            behind = numbers.add(behind, ratios.get(i, j));
        }
        return before;
    }

    private List<N> along(Weights<N> weights, List<N> t) {
        int n = t.size();
        int[] moved = IntStream.range(0, n)
                .filter(j -> numbers.isZero(t.get(j)) != Truth.TRUE)
                .toArray();
        int[] all = IntStream.range(0, n).toArray();
        List<N> change = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            boolean alone = moved.length == 1 && moved[0] == i;
            boolean still = numbers.isZero(t.get(i)) == Truth.TRUE;
            N sum = alone && n > 1 ? t.get(i) : differences(weights.inner, t, i, still ? moved : all);
            change.add(numbers.multiply(weights.outer.get(i), sum));
        }
        return change;
    }

    private N differences(Matrix<N> inner, List<N> t, int i, int[] others) {
        N sum = numbers.zero();
        for (int j : others) {
            if (j != i) {
                N difference = numbers.subtract(t.get(i), t.get(j));
                sum = numbers.add(sum, numbers.multiply(inner.get(i, j), difference));
            }
        }
        return sum;
    }
}
