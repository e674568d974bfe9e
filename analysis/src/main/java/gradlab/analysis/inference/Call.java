package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.onnx.Graph;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.tensor.Selection;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One application of an operator: the node, its inputs and what it may compute with.
 *
 * @param node what is applied
 * @param opset the version of the operators
 * @param algebra what computes with real numbers
 * @param inputs the inputs; empty where one is left out
 * @param branches runs a graph within the graph
 * @param <T> the tensors of the algebra
 */
record Call<T>(
        Node node,
        int opset,
        TensorAlgebra<T> algebra,
        List<Optional<Value<T>>> inputs,
        Function<Graph, List<Value<T>>> branches) {

    /** A result of this many entries is refused: 8 bytes each, and room for a few of them. */
    private static final long MOST_ENTRIES = Runtime.getRuntime().maxMemory() / (8 * Double.BYTES);

    /** The compositions of the primitives. */
    Tensors<T> math() {
        return new Tensors<>(algebra);
    }

    /** Whether an input is given. */
    boolean has(int input) {
        return input < inputs.size() && inputs.get(input).isPresent();
    }

    /** An input. */
    Value<T> value(int input) {
        if (!has(input)) {
            throw new ShapeException("no input " + (input + 1), "an operator with it");
        }
        return inputs.get(input).orElseThrow();
    }

    /** The inputs that are given. */
    List<Value<T>> values() {
        return inputs.stream().flatMap(Optional::stream).toList();
    }

    /** An input as real numbers. */
    T real(int input) {
        return value(input).real(algebra);
    }

    /** An input of whole numbers. */
    IntegerTensor whole(int input) {
        return value(input).whole();
    }

    /** The shape of an input. */
    Shape shape(int input) {
        return value(input).shape(algebra);
    }

    /** The whole numbers of an input or, in older versions, of an attribute; empty if neither is there. */
    Optional<int[]> numbers(int input, String attribute) {
        if (has(input)) {
            return Optional.of(whole(input).toInts());
        }
        return node.integers(attribute)
                .map(list -> list.stream().mapToInt(Math::toIntExact).toArray());
    }

    /** A whole number that an attribute fixes. */
    int integer(String attribute, int otherwise) {
        return Math.toIntExact(node.integer(attribute, otherwise));
    }

    /** A number that an attribute fixes, as a tensor. */
    T constant(String attribute, double otherwise) {
        return algebra.constant(Shape.of(), node.real(attribute, otherwise));
    }

    /** A list of numbers, one a channel, along axis 1 of tensors of a rank. */
    T perChannel(T list, int rank) {
        int[] lengths = new int[Math.max(2, rank)];
        Arrays.fill(lengths, 1);
        lengths[1] = algebra.shape(list).size();
        return math().reshape(list, lengths);
    }

    /** Picks entries of the first input. */
    List<Value<T>> select(Selection selection) {
        return List.of(value(0).select(algebra, selection));
    }

    /** The first input in another shape. */
    List<Value<T>> reshape(Shape shape) {
        return List.of(value(0).reshape(algebra, shape));
    }

    /**
     * The product of sizes that a model asks for, refused before anything is made if the heap cannot hold it.
     */
    static void requireRoom(long... sizes) {
        double entries = 1;
        for (long size : sizes) {
            entries *= Math.max(0, size);
        }
        if (entries > MOST_ENTRIES) {
            throw new ShapeException(
                    "a tensor of " + Arrays.toString(sizes), "at most " + MOST_ENTRIES + " entries in this heap");
        }
    }

    /** The outputs of an operator with one real output. */
    static <T> List<Value<T>> one(T tensor) {
        return List.of(new Value.Real<>(tensor));
    }

    /** The outputs of an operator with one whole output. */
    static <T> List<Value<T>> one(IntegerTensor tensor) {
        return List.of(new Value.Whole<>(tensor));
    }
}
