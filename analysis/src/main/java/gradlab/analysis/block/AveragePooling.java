package gradlab.analysis.block;

import gradlab.analysis.tensor.Patches;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
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
        T images = Rows.as(algebra, x, image);
        double[] inside = window.inside(algebra.shape(images));
        T counts = paddingCounts
                ? new Tensors<>(algebra).number(window.places())
                : algebra.constant(Shape.of(inside.length), inside);
        return Rows.flat(algebra, pool(algebra, images, window, counts));
    }

    /**
     * The sums over images [batch, channels, spatial...], divided by counts [positions] or []: [batch, channels,
     * positions...].
     */
    public static <T> T pool(TensorAlgebra<T> algebra, T images, Patches window, T counts) {
        Tensors<T> tensors = new Tensors<>(algebra);
        Shape shape = algebra.shape(images);
        T sums = algebra.sum(tensors.select(images, window.of(shape)), 2);
        return algebra.reshape(tensors.divide(sums, counts), window.result(shape, shape.length(1)));
    }
}
