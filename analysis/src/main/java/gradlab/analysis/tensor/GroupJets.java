package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a function of groups of entries makes of a tensor and its tangents.
 *
 * @param numbers the arithmetic
 * @param columns tangents at each point
 * @param <N> the numbers
 */
record GroupJets<N>(Arithmetic<N> numbers, int columns) {

    Jets.Tensor<N> of(Jets.Tensor<N> a, GroupFunction<N> function, int... axes) {
        Groups groups = Groups.of(a.shape(), axes);
        List<N> values = new ArrayList<>(Collections.nCopies(a.values().size(), numbers.zero()));
        List<N> tangents =
                new ArrayList<>(Collections.nCopies(a.tangents().map(List::size).orElse(0), numbers.zero()));
        for (int g = 0; g < groups.count(); g++) {
            int[] members = groups.members(g);
            List<N> x = Arrays.stream(members).mapToObj(a.values()::get).toList();
            List<N> y = function.values(x);
            IntStream.range(0, members.length).forEach(i -> values.set(members[i], y.get(i)));
            a.tangents().ifPresent(t -> push(function.derivative(x, y), members, t, tangents));
        }
        return new Jets.Tensor<>(a.shape(), values, a.tangents().map(t -> tangents));
    }

    private void push(GroupFunction.Derivative<N> derivative, int[] members, List<N> from, List<N> to) {
        for (int c = 0; c < columns; c++) {
            int column = c;
            List<N> direction = Arrays.stream(members)
                    .mapToObj(e -> from.get(e * columns + column))
                    .toList();
            List<N> change = derivative.along(direction);
            IntStream.range(0, members.length).forEach(i -> to.set(members[i] * columns + column, change.get(i)));
        }
    }
}
