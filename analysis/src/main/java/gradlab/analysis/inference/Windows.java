package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.Patches;
import gradlab.analysis.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Reads how a window moves from the attributes that convolutions and pools share. */
final class Windows {
    private Windows() {}

    /** The lengths of the window along the spatial axes. */
    static List<Integer> kernel(Call<?> call, List<Integer> otherwise) {
        return list(call, "kernel_shape", otherwise);
    }

    static List<Integer> list(Call<?> call, String attribute, List<Integer> otherwise) {
        return call.node()
                .integers(attribute)
                .map(numbers -> numbers.stream().map(Math::toIntExact).toList())
                .filter(numbers -> !numbers.isEmpty())
                .orElse(otherwise);
    }

    /** A list of so many numbers, each {@code otherwise} if the node does not say. */
    static List<Integer> list(Call<?> call, String attribute, int count, int otherwise) {
        List<Integer> numbers = list(call, attribute, Collections.nCopies(count, otherwise));
        if (numbers.size() != count) {
            throw new ShapeException(attribute + " " + numbers, count + " numbers");
        }
        return numbers;
    }

    /** The moving window, its padding as the attributes {@code pads} or {@code auto_pad} say. */
    static Patches of(Call<?> call, Shape input, List<Integer> kernel) {
        int axes = kernel.size();
        if (input.rank() != axes + 2) {
            throw new ShapeException("a tensor of shape " + input, "batch, channels and " + axes + " spatial axes");
        }
        List<Integer> strides = list(call, "strides", axes, 1);
        List<Integer> dilations = list(call, "dilations", axes, 1);
        List<Integer> pads = list(call, "pads", 2 * axes, 0);
        String auto = call.node().text("auto_pad", "NOTSET");
        if (auto.startsWith("SAME")) {
            pads = same(input, kernel, strides, dilations, auto.equals("SAME_LOWER"));
        } else if (auto.equals("VALID")) {
            pads = Collections.nCopies(2 * axes, 0);
        }
        return new Patches(kernel, strides, dilations, pads.subList(0, axes), pads.subList(axes, 2 * axes));
    }

    /** So that there are ceil(length/stride) positions; what is odd goes to the end, or the start for LOWER. */
    private static List<Integer> same(
            Shape input, List<Integer> kernel, List<Integer> strides, List<Integer> dilations, boolean lower) {
        Integer[] pads = new Integer[2 * kernel.size()];
        for (int d = 0; d < kernel.size(); d++) {
            int length = input.length(d + 2);
            int stride = Math.max(1, strides.get(d));
            int positions = -Math.floorDiv(-length, stride);
            long reach = (long) (kernel.get(d) - 1) * dilations.get(d) + 1;
            int total = Math.toIntExact(Math.max(0, (long) (positions - 1) * stride + reach - length));
            pads[d] = lower ? total - total / 2 : total / 2;
            pads[kernel.size() + d] = total - pads[d];
        }
        return new ArrayList<>(Arrays.asList(pads));
    }

    /** The same window with more padding at the ends, so that a last, partly filled position counts, too. */
    static Patches roundedUp(Patches window, Shape input) {
        List<Integer> after = IntStream.range(0, window.kernel().size())
                .mapToObj(d -> after(window, input, d))
                .toList();
        return new Patches(window.kernel(), window.stride(), window.dilation(), window.before(), after);
    }

    private static Integer after(Patches window, Shape input, int d) {
        int stride = window.stride().get(d);
        int length = input.length(d + 2) + window.before().get(d);
        int room = length + window.after().get(d);
        int reach = (window.kernel().get(d) - 1) * window.dilation().get(d) + 1;
        int positions = -Math.floorDiv(-(room - reach), stride) + 1;
        // A window that would start in the padding at the end does not count.
        if ((positions - 1) * stride >= length) {
            positions--;
        }
        return Math.max(window.after().get(d), (positions - 1) * stride + reach - length);
    }

    /** Refuses patches that the heap cannot hold, before they are made. */
    static void requireRoom(Shape input, Patches window) {
        Call.requireRoom(
                input.length(0),
                input.length(1),
                window.places(),
                window.positions(input).size());
    }
}
