package gradlab.analysis.block;

import gradlab.analysis.tensor.Patches;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;

/**
 * The mean of what a window sees, channel by channel.
 *
 * @param image channels and spatial lengths of x
 * @param window the window
 * @param paddingCounts whether places beyond the ends count as zeros, or not at all
 */
public record AveragePooling(Shape image, Patches window, boolean paddingCounts) implements Block {
    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        return Rows.flat(algebra, pool(algebra, Rows.as(algebra, x, image), window, paddingCounts));
    }

    /** The means over images [batch, channels, spatial...]: [batch, channels, positions...]. */
    public static <T> T pool(TensorAlgebra<T> algebra, T images, Patches window, boolean paddingCounts) {
        Tensors<T> tensors = new Tensors<>(algebra);
        Shape shape = algebra.shape(images);
        T sums = algebra.sum(tensors.select(images, window.of(shape)), 2);
        double[] inside = window.inside(shape);
        T counts = paddingCounts ? tensors.number(window.places()) : algebra.constant(Shape.of(inside.length), inside);
        return algebra.reshape(tensors.divide(sums, counts), pooled(shape, window));
    }

    static Shape pooled(Shape shape, Patches window) {
        List<Integer> lengths = new ArrayList<>(List.of(shape.length(0), shape.length(1)));
        lengths.addAll(window.positions(shape).lengths());
        return new Shape(lengths);
    }
}
