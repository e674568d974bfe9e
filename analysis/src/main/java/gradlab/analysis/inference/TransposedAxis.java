package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import java.util.List;

/**
 * One spatial axis of a transposed convolution: without padding the result has stride (n - 1) + reach + 1 + extra entries,
 * of which {@code before} are cut off at the start.
 *
 * @param length how many entries the result has
 * @param before how many are cut off before them
 */
record TransposedAxis(int length, int before) {

    static TransposedAxis of(Call<?> call, int axis, int length, int stride, int reach, int axes) {
        int extra = Windows.list(call, "output_padding", axes, 0).get(axis);
        int whole = Math.addExact(Math.multiplyExact(stride, length - 1), reach + 1 + extra);
        List<Integer> wanted = Windows.list(call, "output_shape", List.of());
        String auto = call.node().text("auto_pad", "NOTSET");
        List<Integer> pads = Windows.list(call, "pads", 2 * axes, 0);
        if (wanted.isEmpty() && !auto.startsWith("SAME")) {
            int before = auto.equals("VALID") ? 0 : pads.get(axis);
            int after = auto.equals("VALID") ? 0 : pads.get(axes + axis);
            return checked(whole - before - after, before);
        }
        if (!wanted.isEmpty() && wanted.size() < axes) {
            throw new ShapeException("output_shape " + wanted, "a number for each spatial axis");
        }
        int result = wanted.isEmpty() ? length * stride : wanted.get(wanted.size() - axes + axis);
        int cut = Math.max(0, whole - result);
        return checked(result, auto.equals("SAME_UPPER") ? cut / 2 : cut - cut / 2);
    }

    private static TransposedAxis checked(int length, int before) {
        if (length < 0) {
            throw new ShapeException("a result of " + length + " entries along an axis", "at least 0");
        }
        return new TransposedAxis(length, before);
    }
}
