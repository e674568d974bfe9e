package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.arithmetic.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Standardisation, y_i = c_i/s with c_i = x_i - mean and s² = (sum of c_j²)/n + epsilon (ba2016). Written so that intervals
 * widen little: n c_i = (n - 1) x_i - (sum of the other x_j), and y_i is computed in one step, increasing in c_i.
 *
 * <p>A direction t changes y_i by (t_i - mean(t) - y_i (sum of y_j t_j)/n)/s.
 *
 * @param numbers the arithmetic
 * @param epsilon the number under the root
 * @param <N> the numbers
 */
record Standardised<N>(Arithmetic<N> numbers, N epsilon) implements GroupFunction<N> {
    /** Up to so many entries, products y_i y_j are formed one by one, so that y_i² is known to be a square. */
    private static final int FEW = 16;

    @Override
    public List<N> values(List<N> x) {
        if (x.isEmpty()) {
            throw new ShapeException("an empty vector", "at least one component");
        }
        List<N> centred = centred(x);
        List<N> squares = centred.stream().map(numbers::square).toList();
        List<N> others = withoutEach(squares);
        N share = numbers.divide(numbers.one(), numbers.of(x.size()));
        return IntStream.range(0, x.size())
                .mapToObj(i -> numbers.overRoot(
                        centred.get(i), share, numbers.add(numbers.multiply(share, others.get(i)), epsilon)))
                .toList();
    }

    @Override
    public GroupFunction.Derivative<N> derivative(List<N> x, List<N> y) {
        N deviation = deviation(x);
        return direction -> along(deviation, y, direction);
    }

    private List<N> along(N deviation, List<N> y, List<N> direction) {
        List<N> centred = centred(direction);
        int[] moved = IntStream.range(0, y.size())
                .filter(j -> numbers.isZero(direction.get(j)) != Truth.TRUE)
                .toArray();
        N n = numbers.of(y.size());
        List<N> change = new ArrayList<>(y.size());
        boolean pairwise = moved.length <= 1 || y.size() <= FEW;
        N share = pairwise ? numbers.zero() : inner(y, direction, moved);
        for (int i = 0; i < y.size(); i++) {
            N along = pairwise ? pairwise(y, direction, moved, i) : numbers.multiply(y.get(i), share);
            change.add(numbers.divide(numbers.subtract(centred.get(i), numbers.divide(along, n)), deviation));
        }
        return change;
    }

    /** The sum of y_i y_j t_j. */
    private N pairwise(List<N> y, List<N> t, int[] moved, int i) {
        N sum = numbers.zero();
        for (int j : moved) {
            N product = i == j ? numbers.square(y.get(i)) : numbers.multiply(y.get(i), y.get(j));
            sum = numbers.add(sum, numbers.multiply(product, t.get(j)));
        }
        return sum;
    }

    private N inner(List<N> y, List<N> t, int[] moved) {
        N sum = numbers.zero();
        for (int j : moved) {
            sum = numbers.add(sum, numbers.multiply(y.get(j), t.get(j)));
        }
        return sum;
    }

    private N deviation(List<N> x) {
        N sum = numbers.zero();
        for (N c : centred(x)) {
            sum = numbers.add(sum, numbers.square(c));
        }
        return numbers.sqrt(numbers.add(numbers.divide(sum, numbers.of(x.size())), epsilon));
    }

    private List<N> centred(List<N> x) {
        List<N> others = withoutEach(x);
        N n = numbers.of(x.size());
        N fewer = numbers.of(x.size() - 1);
        return IntStream.range(0, x.size())
                .mapToObj(i -> numbers.divide(numbers.subtract(numbers.multiply(fewer, x.get(i)), others.get(i)), n))
                .toList();
    }

    /** For each entry the sum of the others. */
    private List<N> withoutEach(List<N> x) {
        List<N> before = new ArrayList<>(x.size());
        N sum = numbers.zero();
        for (N entry : x) {
            before.add(sum);
            sum = numbers.add(sum, entry);
        }
        N behind = numbers.zero();
        for (int i = x.size() - 1; i >= 0; i--) {
            before.set(i, numbers.add(before.get(i), behind));
            behind = numbers.add(behind, x.get(i));
        }
        return before;
    }
}
