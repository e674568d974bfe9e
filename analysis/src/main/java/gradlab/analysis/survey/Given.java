package gradlab.analysis.survey;

import gradlab.analysis.inference.IntegerTensor;
import gradlab.analysis.inference.Value;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.TensorAlgebra;
import java.util.Optional;

/**
 * A value at the point that is looked at.
 *
 * @param shape its shape
 * @param reals its entries, if they are real
 * @param whole its entries, if they are whole
 */
record Given(Shape shape, Vector reals, Optional<IntegerTensor> whole) {
    static Given real(Shape shape, double... entries) {
        return new Given(shape, Vector.of(entries), Optional.empty());
    }

    static Given whole(IntegerTensor entries) {
        return new Given(entries.shape(), Vector.of(), Optional.of(entries));
    }

    boolean isReal() {
        return whole.isEmpty();
    }

    /** This value as a constant. */
    <T> Value<T> in(TensorAlgebra<T> algebra) {
        return whole.isPresent()
                ? new Value.Whole<>(whole.get())
                : new Value.Real<>(algebra.constant(shape, reals.toArray()));
    }
}
