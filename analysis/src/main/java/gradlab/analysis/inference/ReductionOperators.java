package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.Exponentials;
import gradlab.analysis.tensor.Powers;
import gradlab.analysis.tensor.Rearranging;
import gradlab.analysis.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Sums, products and the like over some axes or along one. */
final class ReductionOperators {
    private ReductionOperators() {}

    /** One number of several. */
    private interface Reduction {
        /** The tensor with these axes, which stay with length 1, reduced. */
        <T> T of(Call<T> call, T a, int[] axes);
    }

    /** One reduction with ONNX's ways of saying over which axes. */
    private record Reducing(Reduction reduction) implements Operator {
        @Override
        public <T> List<Value<T>> apply(Call<T> call) {
            Shape shape = call.shape(0);
            int[] axes = call.numbers(1, "axes").orElseGet(() -> new int[0]);
            if (axes.length == 0) {
                if (call.integer("noop_with_empty_axes", 0) == 1) {
                    return List.of(call.value(0));
                }
                axes = shape.axes();
            }
            T kept = reduction.of(call, call.real(0), axes);
            Value<T> result = new Value.Real<>(
                    call.integer("keepdims", 1) == 1 ? kept : call.algebra().reshape(kept, shape.without(axes)));
            return List.of(
                    call.value(0).isReal()
                            ? result
                            : GenerationOperators.cast(
                                    call, result, call.whole(0).type()));
        }
    }

    static void addTo(Map<String, Operator> table) {
        table.put("ReduceSum", new Reducing(ReductionOperators::sum));
        table.put("ReduceMean", new Reducing(ReductionOperators::mean));
        table.put("ReduceMax", new Reducing(ReductionOperators::max));
        table.put("ReduceMin", new Reducing(ReductionOperators::min));
        table.put("ReduceProd", new Reducing(ReductionOperators::product));
        table.put("ReduceL1", new Reducing(ReductionOperators::absolute));
        table.put("ReduceL2", new Reducing(ReductionOperators::euclidean));
        table.put("ReduceSumSquare", new Reducing(ReductionOperators::squares));
        table.put("ReduceLogSum", new Reducing(ReductionOperators::logSum));
        table.put("ReduceLogSumExp", new Reducing(ReductionOperators::logSumExp));
        table.put("CumSum", ReductionOperators::cumulative);
    }

    private static <T> T sum(Call<T> call, T a, int[] axes) {
        return call.algebra().sum(a, axes);
    }

    private static <T> T mean(Call<T> call, T a, int[] axes) {
        return call.math().mean(a, axes);
    }

    private static <T> T max(Call<T> call, T a, int[] axes) {
        return call.algebra().max(a, axes);
    }

    private static <T> T min(Call<T> call, T a, int[] axes) {
        T negative = call.algebra().map(Powers.NEGATE, a);
        return call.algebra().map(Powers.NEGATE, call.algebra().max(negative, axes));
    }

    private static <T> T absolute(Call<T> call, T a, int[] axes) {
        return call.algebra().sum(call.algebra().map(Powers.ABS, a), axes);
    }

    static <T> T squares(Call<T> call, T a, int[] axes) {
        return call.algebra().sum(call.algebra().map(Powers.SQUARE, a), axes);
    }

    static <T> T euclidean(Call<T> call, T a, int[] axes) {
        return call.math().sqrt(squares(call, a, axes));
    }

    private static <T> T logSum(Call<T> call, T a, int[] axes) {
        return call.algebra().map(Exponentials.LOG, call.algebra().sum(a, axes));
    }

    /** m + log sum e^(x - m), where the largest entry m is a constant: it drops out of the derivative. */
    private static <T> T logSumExp(Call<T> call, T a, int[] axes) {
        T largest = call.algebra().max(a, axes);
        double[] shifts = call.algebra().approximate(largest);
        for (int i = 0; i < shifts.length; i++) {
            shifts[i] = Double.isFinite(shifts[i]) ? shifts[i] : 0;
        }
        T shift = call.algebra().constant(call.algebra().shape(largest), shifts);
        T powers = call.algebra().map(Exponentials.EXP, call.math().subtract(a, shift));
        return call.math()
                .add(call.algebra().map(Exponentials.LOG, call.algebra().sum(powers, axes)), shift);
    }

    /** The tensor as a matrix of what is kept by what is reduced. */
    private static <T> T atEnd(Call<T> call, T a, int[] axes) {
        Shape shape = call.algebra().shape(a);
        boolean[] among = shape.among(axes);
        int[] order = IntStream.concat(
                        IntStream.range(0, shape.rank()).filter(d -> !among[d]),
                        IntStream.range(0, shape.rank()).filter(d -> among[d]))
                .toArray();
        int kept = shape.reduced(axes).size();
        if (kept == 0 || shape.size() == 0) {
            throw new ShapeException("a tensor of shape " + shape, "at least one entry");
        }
        return call.math().reshape(call.math().transpose(a, order), kept, shape.size() / kept);
    }

    /** Halves multiplied with each other until one is left. */
    private static <T> T product(Call<T> call, T a, int[] axes) {
        T rest = atEnd(call, a, axes);
        int length = call.algebra().shape(rest).length(1);
        while (length > 1) {
            int half = length / 2;
            T left = call.math().slice(rest, 1, 0, half);
            T right = call.math().slice(rest, 1, half, 2 * half);
            T product = call.math().multiply(left, right);
            rest = length % 2 == 0
                    ? product
                    : call.math().concatenate(List.of(product, call.math().slice(rest, 1, length - 1, length)), 1);
            length -= half;
        }
        return call.algebra().reshape(rest, call.algebra().shape(a).reduced(axes));
    }

    private static <T> List<Value<T>> cumulative(Call<T> call) {
        Shape shape = call.shape(0);
        int axis = shape.axis(Math.toIntExact(call.whole(1).only()));
        boolean reverse = call.integer("reverse", 0) == 1;
        boolean exclusive = call.integer("exclusive", 0) == 1;
        T x = call.real(0);
        T flipped = reverse ? call.math().select(x, Rearranging.reverse(shape, axis)) : x;
        List<T> sums = new ArrayList<>();
        T sum = call.algebra()
                .constant(shape.with(axis, 1), new double[shape.with(axis, 1).size()]);
        for (int i = 0; i < shape.length(axis); i++) {
            T next = call.math().add(sum, call.math().slice(flipped, axis, i, i + 1));
            sums.add(exclusive ? sum : next);
            sum = next;
        }
        T result = sums.isEmpty() ? x : call.math().concatenate(sums, axis);
        Value<T> value =
                new Value.Real<>(reverse ? call.math().select(result, Rearranging.reverse(shape, axis)) : result);
        return List.of(
                call.value(0).isReal()
                        ? value
                        : GenerationOperators.cast(call, value, call.whole(0).type()));
    }
}
