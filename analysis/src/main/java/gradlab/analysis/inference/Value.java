package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.tensor.Selection;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.TensorAlgebra;
import java.util.List;

/**
 * A value on its way through a graph: real numbers, which an algebra computes with, or whole ones, which are known at once.
 *
 * @param <T> the tensors of the algebra
 */
public sealed interface Value<T> {

    /** Real numbers. */
    record Real<T>(T tensor) implements Value<T> {}

    /** Whole numbers or truth values. */
    record Whole<T>(IntegerTensor tensor) implements Value<T> {}

    /** A value of stored numbers. */
    static <T> Value<T> of(TensorAlgebra<T> algebra, StoredTensor stored) {
        Shape shape = new Shape(stored.shape());
        return stored.type().isFloat()
                ? new Real<>(algebra.constant(shape, stored.toDoubles()))
                : new Whole<>(IntegerTensor.of(stored.type(), shape, stored.toLongs()));
    }

    /** Whether the numbers are real. */
    default boolean isReal() {
        return this instanceof Real;
    }

    /** The shape. */
    default Shape shape(TensorAlgebra<T> algebra) {
        return this instanceof Real<T> real ? algebra.shape(real.tensor()) : whole().shape();
    }

    /** The numbers as real ones; whole ones become constants. */
    default T real(TensorAlgebra<T> algebra) {
        return this instanceof Real<T> real ? real.tensor() : algebra.constant(whole().shape(), whole().toDoubles());
    }

    /**
     * The whole numbers.
     *
     * @throws ShapeException if they are real
     */
    default IntegerTensor whole() {
        if (this instanceof Whole<T> whole) {
            return whole.tensor();
        }
        throw new ShapeException("real numbers", "whole numbers or truth values");
    }

    /** The same entries in another shape. */
    default Value<T> reshape(TensorAlgebra<T> algebra, Shape shape) {
        return this instanceof Real<T> real
                ? new Real<>(algebra.reshape(real.tensor(), shape))
                : new Whole<>(whole().reshape(shape));
    }

    /** Entries picked from this value. */
    default Value<T> select(TensorAlgebra<T> algebra, Selection selection) {
        return select(algebra, List.of(this), selection);
    }

    /** Entries picked from values, which become real if one of them is. */
    static <T> Value<T> select(TensorAlgebra<T> algebra, List<Value<T>> sources, Selection selection) {
        requireThere(sources.stream().mapToInt(v -> v.shape(algebra).size()).toArray(), selection);
        if (sources.stream().noneMatch(Value::isReal)) {
            return new Whole<>(
                    IntegerTensor.select(sources.stream().map(Value::whole).toList(), selection));
        }
        return new Real<>(
                algebra.select(sources.stream().map(v -> v.real(algebra)).toList(), selection));
    }

    private static void requireThere(int[] sizes, Selection selection) {
        for (int e = 0; e < selection.size(); e++) {
            if (selection.index(e) >= sizes[selection.source(e)]) {
                throw new ShapeException(
                        sizes[selection.source(e)] + " entries", "at least " + (selection.index(e) + 1L));
            }
        }
    }
}
