package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.arithmetic.Truth;
import java.util.Arrays;
import java.util.List;

/**
 * The largest of a group of numbers, and which one it is.
 *
 * @param numbers the arithmetic
 * @param <N> the numbers
 */
record Largest<N>(Arithmetic<N> numbers) {

    N value(List<N> values, int[] members) {
        return Arrays.stream(members)
                .mapToObj(values::get)
                .reduce(numbers::max)
                .orElseThrow(() -> new ShapeException("the largest of nothing", "at least one entry"));
    }

    /** The one member that is certainly above all others; undefined at a tie, undecided near one. */
    int place(List<N> values, int[] members) {
        int best = members[0];
        for (int member : members) {
            best = numbers.less(values.get(best), values.get(member)) == Truth.TRUE ? member : best;
        }
        boolean tied = false;
        for (int member : members) {
            if (member != best && numbers.less(values.get(member), values.get(best)) != Truth.TRUE) {
                if (numbers.equal(values.get(member), values.get(best)) != Truth.TRUE) {
                    throw NoValueException.undecided("the derivative of a maximum near a tie");
                }
                tied = true;
            }
        }
        if (tied) {
            throw NoValueException.undefined("the derivative of a maximum at a tie");
        }
        return best;
    }
}
