package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.block.Convolution;
import gradlab.analysis.tensor.Patches;
import gradlab.analysis.tensor.Rearranging;
import gradlab.analysis.tensor.Selection;
import gradlab.analysis.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Convolutions over any number of spatial axes: patches times weights. */
final class ConvolutionOperators {
    private ConvolutionOperators() {}

    static void addTo(Map<String, Operator> table) {
        table.put("Conv", ConvolutionOperators::convolution);
        table.put("ConvTranspose", ConvolutionOperators::transposed);
    }

    private static <T> List<Value<T>> convolution(Call<T> call) {
        Shape weight = call.shape(1);
        Patches window = Windows.of(call, call.shape(0), spatial(weight));
        T result = convolve(call, call.real(0), call.real(1), window, call.integer("group", 1));
        return Call.one(withBias(call, result));
    }

    private static List<Integer> spatial(Shape shape) {
        if (shape.rank() < 3) {
            throw new ShapeException("a tensor of shape " + shape, "at least one spatial axis");
        }
        return shape.lengths().subList(2, shape.rank());
    }

    /** Weights [outputs, inputs/groups, window...]. */
    private static <T> T convolve(Call<T> call, T x, T weight, Patches window, int groups) {
        Windows.requireRoom(call.algebra().shape(x), window);
        return Convolution.convolve(call.algebra(), x, weight, window, groups);
    }

    private static <T> T withBias(Call<T> call, T result) {
        if (!call.has(2)) {
            return result;
        }
        int rank = call.algebra().shape(result).rank();
        return call.math().add(result, call.perChannel(call.real(2), rank));
    }

    /**
     * The transposed map: the input with zeros between and around its entries, convolved with the reversed window.
     * Weights [inputs, outputs/groups, window...].
     */
    private static <T> List<Value<T>> transposed(Call<T> call) {
        Shape input = call.shape(0);
        Shape weight = call.shape(1);
        int groups = call.integer("group", 1);
        if (groups < 1 || weight.length(0) % groups != 0) {
            throw new ShapeException(weight.length(0) + " channels", "a multiple of " + groups + " groups");
        }
        List<Integer> kernel = spatial(weight);
        if (input.rank() != weight.rank()) {
            throw new ShapeException("weights of shape " + weight + " for " + input, "as many axes");
        }
        List<Integer> dilations = Windows.list(call, "dilations", kernel.size(), 1);
        T spread = call.math().select(call.real(0), spread(call, input, kernel, dilations));
        List<Integer> none = Collections.nCopies(kernel.size(), 0);
        List<Integer> single = Collections.nCopies(kernel.size(), 1);
        Patches window = new Patches(kernel, single, dilations, none, none);
        return Call.one(withBias(call, convolve(call, spread, flipped(call, weight, groups), window, groups)));
    }

    /** Along each spatial axis: the entries {@code stride} apart, with zeros between and around. */
    private static Selection spread(Call<?> call, Shape input, List<Integer> kernel, List<Integer> dilations) {
        List<int[]> places = new ArrayList<>();
        places.add(IntStream.range(0, input.length(0)).toArray());
        places.add(IntStream.range(0, input.length(1)).toArray());
        List<Integer> strides = Windows.list(call, "strides", kernel.size(), 1);
        for (int d = 0; d < kernel.size(); d++) {
            int reach = dilations.get(d) * (kernel.get(d) - 1);
            TransposedAxis axis = TransposedAxis.of(call, d, input.length(d + 2), strides.get(d), reach, kernel.size());
            int length = input.length(d + 2);
            int stride = strides.get(d);
            if (stride < 1 || reach < 0) {
                throw new ShapeException("stride " + stride + " or a dilation below 1", "at least 1");
            }
            Call.requireRoom(input.size(), axis.length() + reach);
            places.add(IntStream.range(0, axis.length() + reach)
                    .map(i -> i - reach + axis.before())
                    .map(i -> i < 0 || i % stride != 0 || i / stride >= length ? Selection.ZERO : i / stride)
                    .toArray());
        }
        return Rearranging.byAxes(input, places);
    }

    private static <T> T flipped(Call<T> call, Shape weight, int groups) {
        int[] spatialAxes = IntStream.range(2, weight.rank()).toArray();
        T reversed = call.math().select(call.real(1), Rearranging.reverse(weight, spatialAxes));
        int inputs = weight.length(0) / groups;
        int outputs = weight.length(1);
        int window = weight.size(2, weight.rank());
        T grouped = call.math().reshape(reversed, groups, inputs, outputs, window);
        List<Integer> lengths = new ArrayList<>(List.of(groups * outputs, inputs));
        lengths.addAll(spatial(weight));
        return call.algebra().reshape(call.math().transpose(grouped, 0, 2, 1, 3), new Shape(lengths));
    }
}
