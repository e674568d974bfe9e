package gradlab.analysis.inference;

import gradlab.analysis.tensor.Rearranging;
import gradlab.analysis.tensor.Selection;
import gradlab.analysis.tensor.Shape;
import java.util.stream.IntStream;

/** Where the entries of a stretched tensor come from. */
final class Stretching {
    private Stretching() {}

    /** For each entry of the target the place in the source. */
    static int[] places(Shape source, Shape target) {
        if (source.equals(target)) {
            return IntStream.range(0, target.size()).toArray();
        }
        Selection selection = Rearranging.stretch(source, target);
        return IntStream.range(0, target.size()).map(selection::index).toArray();
    }

    /** The indices of entry {@code e} along each axis. */
    static int[] indices(Shape shape, int e) {
        int[] indices = new int[shape.rank()];
        int rest = e;
        for (int d = indices.length - 1; d >= 0; d--) {
            int length = shape.length(d);
            indices[d] = rest % length;
            rest /= length;
        }
        return indices;
    }
}
