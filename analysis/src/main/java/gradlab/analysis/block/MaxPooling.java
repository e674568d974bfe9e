package gradlab.analysis.block;

import gradlab.analysis.tensor.Patches;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.List;

/**
 * The largest of what a window sees, channel by channel; places beyond the ends do not count. No derivative where the
 * largest is reached twice in a window; binary64 takes the first.
 *
 * @param image channels and spatial lengths of x
 * @param window the window
 */
public record MaxPooling(Shape image, Patches window) implements Block {
    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        return Rows.flat(algebra, pool(algebra, Rows.as(algebra, x, image), window, -Double.MAX_VALUE));
    }

    /**
     * The largest over images [batch, channels, spatial...]: [batch, channels, positions...].
     *
     * @param beyond what stands beyond the ends, below all entries; intervals know no infinite one
     */
    public static <T> T pool(TensorAlgebra<T> algebra, T images, Patches window, double beyond) {
        Shape shape = algebra.shape(images);
        boolean within = window.before().stream().allMatch(p -> p == 0)
                && window.after().stream().allMatch(p -> p == 0);
        T patches = within
                ? new Tensors<>(algebra).select(images, window.of(shape))
                : algebra.select(List.of(images, algebra.constant(Shape.of(), beyond)), window.filled(shape));
        return algebra.reshape(algebra.max(patches, 2), window.result(shape, shape.length(1)));
    }
}
