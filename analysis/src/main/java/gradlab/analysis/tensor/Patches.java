package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.ShapeException;
import java.util.ArrayList;
import java.util.List;

/**
 * The patches that a window sees on its way over the spatial axes of a tensor of shape [batch, channels, spatial...]:
 * what convolution and pooling are made of. The window has {@code kernel[d]} places along spatial axis d, {@code
 * dilation[d]} apart, and moves in steps of {@code stride[d]} from {@code before[d]} ahead of the tensor to {@code
 * after[d]} behind it.
 *
 * @param kernel places along each spatial axis, at least 1
 * @param stride steps, at least 1
 * @param dilation distance of places, at least 1
 * @param before how far the window may start before the tensor, at least 0
 * @param after how far it may reach behind it, at least 0
 */
public record Patches(
        List<Integer> kernel, List<Integer> stride, List<Integer> dilation, List<Integer> before, List<Integer> after) {
    /**
     * Copies the lists.
     *
     * @throws ShapeException if a number is too small or the lists differ in length
     */
    public Patches {
        kernel = atLeast(1, "kernel", kernel, kernel.size());
        stride = atLeast(1, "stride", stride, kernel.size());
        dilation = atLeast(1, "dilation", dilation, kernel.size());
        before = atLeast(0, "padding before", before, kernel.size());
        after = atLeast(0, "padding after", after, kernel.size());
    }

    private static List<Integer> atLeast(int least, String name, List<Integer> numbers, int count) {
        if (numbers.size() != count || numbers.stream().anyMatch(n -> n < least || n > Shape.MOST_ENTRIES)) {
            throw new ShapeException("the " + name + " " + numbers, count + " numbers of at least " + least);
        }
        return List.copyOf(numbers);
    }

    /** The number of places of the window. */
    public int places() {
        return new Shape(kernel).size();
    }

    /** The spatial lengths of the result: how many positions the window takes along each axis. */
    public Shape positions(Shape shape) {
        if (shape.rank() != kernel.size() + 2) {
            throw new ShapeException(
                    "a tensor of shape " + shape, "batch, channels and " + kernel.size() + " spatial axes");
        }
        int[] positions = new int[kernel.size()];
        for (int d = 0; d < positions.length; d++) {
            long room = (long) shape.length(d + 2) + before.get(d) + after.get(d);
            long reach = (long) dilation.get(d) * (kernel.get(d) - 1) + 1;
            if (reach > room) {
                throw new ShapeException("a window that reaches over " + reach, "at most the " + room + " there are");
            }
            positions[d] = Math.toIntExact((room - reach) / stride.get(d) + 1);
        }
        return Shape.of(positions);
    }

    /** Batch, channels and the positions: what becomes of a tensor where so many channels come out. */
    public Shape result(Shape shape, int channels) {
        List<Integer> lengths = new ArrayList<>(List.of(shape.length(0), channels));
        lengths.addAll(positions(shape).lengths());
        return new Shape(lengths);
    }

    /**
     * The patches, of shape [batch, channels, places, positions]: places and positions row-major over the spatial axes.
     * What lies outside is 0.
     */
    public Selection of(Shape shape) {
        int positions = positions(shape).size();
        Shape result = Shape.of(shape.length(0), shape.length(1), places(), positions);
        int[] inOneChannel = offsets(shape);
        int[] index = new int[result.size()];
        int area = shape.size(2, shape.rank());
        for (int e = 0; e < index.length; e++) {
            int offset = inOneChannel[e % inOneChannel.length];
            index[e] = offset < 0 ? Selection.ZERO : e / inOneChannel.length * area + offset;
        }
        return Selection.of(result, index);
    }

    /** The same, where what lies outside is entry 0 of a second source. */
    public Selection filled(Shape shape) {
        Selection patches = of(shape);
        int[] source = new int[patches.size()];
        int[] index = new int[patches.size()];
        for (int e = 0; e < index.length; e++) {
            source[e] = patches.index(e) < 0 ? 1 : 0;
            index[e] = Math.max(0, patches.index(e));
        }
        return Selection.of(patches.shape(), source, index);
    }

    /** How many places of the window lie inside, at each position. */
    public double[] inside(Shape shape) {
        int[] offsets = offsets(shape);
        double[] inside = new double[positions(shape).size()];
        for (int e = 0; e < offsets.length; e++) {
            inside[e % inside.length] += offsets[e] < 0 ? 0 : 1;
        }
        return inside;
    }

    /** Places by positions: the offset within a channel, or {@link Selection#ZERO}. */
    private int[] offsets(Shape shape) {
        Shape positions = positions(shape);
        Shape window = new Shape(kernel);
        int count = positions.size();
        int[] offsets = new int[Shape.of(window.size(), count).size()];
        for (int d = 0; d < kernel.size(); d++) {
            int length = shape.length(d + 2);
            int places = kernel.get(d);
            int placesBelow = window.size(d + 1, window.rank());
            int along = positions.length(d);
            int positionsBelow = positions.size(d + 1, positions.rank());
            int step = stride.get(d);
            int apart = dilation.get(d);
            int ahead = before.get(d);
            for (int e = 0; e < offsets.length; e++) {
                int k = e / count / placesBelow % places;
                int p = e % count / positionsBelow % along;
                int i = p * step + k * apart - ahead;
                offsets[e] = i < 0 || i >= length || offsets[e] < 0 ? Selection.ZERO : offsets[e] * length + i;
            }
        }
        return offsets;
    }
}
