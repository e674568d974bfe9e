package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.model.ElementType;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.onnx.Attribute;
import gradlab.analysis.onnx.TensorTypes;
import gradlab.analysis.tensor.Selection;
import gradlab.analysis.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** What makes tensors, or numbers of another kind. */
final class GenerationOperators {

    private static final int FLOAT = 1;

    private GenerationOperators() {}

    static void addTo(Map<String, Operator> table) {
        table.put("Constant", GenerationOperators::constant);
        table.put("ConstantOfShape", GenerationOperators::constantOfShape);
        table.put("Range", GenerationOperators::range);
        table.put("EyeLike", GenerationOperators::eyeLike);
        table.put("OneHot", GenerationOperators::oneHot);
        table.put("Cast", GenerationOperators::cast);
        table.put("CastLike", GenerationOperators::castLike);
        table.put("Dropout", GenerationOperators::dropout);
    }

    private static <T> List<Value<T>> constant(Call<T> call) {
        Optional<StoredTensor> tensor = call.node().find("value").flatMap(Attribute::tensor);
        if (tensor.isPresent()) {
            return List.of(Value.of(call.algebra(), tensor.get()));
        }
        for (String name : List.of("value_float", "value_floats", "value_int", "value_ints")) {
            Optional<Attribute> attribute = call.node().find(name);
            if (attribute.isPresent()) {
                return numbers(call, name, attribute.get());
            }
        }
        throw new ShapeException("a constant that is neither a tensor nor a number", "one of these");
    }

    private static <T> List<Value<T>> numbers(Call<T> call, String name, Attribute attribute) {
        boolean real = name.startsWith("value_float");
        int count = real ? attribute.reals().size() : attribute.integers().size();
        Shape shape = name.endsWith("s") ? Shape.of(count) : Shape.of();
        return real
                ? Call.one(call.algebra()
                        .constant(
                                shape,
                                attribute.reals().stream()
                                        .mapToDouble(Double::doubleValue)
                                        .toArray()))
                : Call.one(IntegerTensor.of(
                        ElementType.I64,
                        shape,
                        attribute.integers().stream().mapToLong(Long::longValue).toArray()));
    }

    private static <T> List<Value<T>> constantOfShape(Call<T> call) {
        Call.requireRoom(call.whole(0).toArray());
        Shape shape = Shape.of(call.whole(0).toInts());
        Optional<StoredTensor> value = call.node().find("value").flatMap(Attribute::tensor);
        Value<T> entry = value.isPresent()
                ? Value.of(call.algebra(), value.get())
                : new Value.Real<>(call.math().number(0));
        return List.of(entry.select(call.algebra(), Selection.of(shape, new int[shape.size()])));
    }

    /** start, start + delta, ... before limit. */
    private static <T> List<Value<T>> range(Call<T> call) {
        if (!call.value(0).isReal()) {
            long start = call.whole(0).only();
            long limit = call.whole(1).only();
            long delta = nonzero(call.whole(2).only());
            long count = Math.max(0, -Math.floorDiv(start - limit, delta));
            Call.requireRoom(count);
            long[] entries =
                    LongStream.range(0, count).map(i -> start + i * delta).toArray();
            return Call.one(IntegerTensor.of(call.whole(0).type(), Shape.of(entries.length), entries));
        }
        double start = number(call, 0);
        double limit = number(call, 1);
        double delta = nonzero(number(call, 2));
        double count = Math.max(0, StrictMath.ceil((limit - start) / delta));
        Call.requireRoom(Double.isNaN(count) ? Long.MAX_VALUE : (long) count);
        double[] entries = new double[(int) count];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = start + i * delta;
        }
        return Call.one(call.algebra().constant(Shape.of(entries.length), entries));
    }

    private static <T> double number(Call<T> call, int input) {
        double[] values = call.algebra().approximate(call.real(input));
        if (values.length != 1) {
            throw new ShapeException(values.length + " numbers", "one");
        }
        return values[0];
    }

    private static long nonzero(long delta) {
        return (long) nonzero((double) delta);
    }

    private static double nonzero(double delta) {
        if (delta == 0) {
            throw new ShapeException("a step of 0", "another one");
        }
        return delta;
    }

    private static <T> List<Value<T>> eyeLike(Call<T> call) {
        Shape shape = call.shape(0);
        if (shape.rank() != 2) {
            throw new ShapeException("a tensor of shape " + shape, "a matrix");
        }
        long shift = call.integer("k", 0);
        long[] entries = new long[shape.size()];
        for (int e = 0; e < entries.length; e++) {
            entries[e] = e % shape.length(1) == e / shape.length(1) + shift ? 1 : 0;
        }
        IntegerTensor eye = IntegerTensor.of(ElementType.I8, shape, entries);
        boolean asInput = call.node().find("dtype").isEmpty();
        ElementType type = !asInput
                ? type(call.integer("dtype", FLOAT))
                : call.value(0).isReal() ? ElementType.F32 : call.whole(0).type();
        return List.of(cast(call, new Value.Whole<>(eye), type));
    }

    /** values[1] where the new axis counts to the index, values[0] elsewhere. */
    private static <T> List<Value<T>> oneHot(Call<T> call) {
        Value<T> indices = cast(call, call.value(0), ElementType.I64);
        int depth = Math.toIntExact(
                cast(call, call.value(1), ElementType.I64).whole().only());
        Shape shape = indices.whole().shape();
        int rank = shape.rank() + 1;
        int axis = Shape.of(new int[rank]).axis(call.integer("axis", -1));
        Call.requireRoom(shape.size(), depth);
        ArrayList<Integer> lengths = new ArrayList<>(shape.lengths());
        lengths.add(axis, depth);
        Shape result = new Shape(lengths);
        int inner = shape.size(axis, shape.rank());
        int[] index = new int[result.size()];
        for (int e = 0; e < index.length; e++) {
            int k = e / inner % depth;
            long at = indices.whole().get(e / inner / depth * inner + e % inner);
            index[e] = (at < 0 ? at + depth : at) == k ? 1 : 0;
        }
        return List.of(call.value(2).select(call.algebra(), Selection.of(result, index)));
    }

    private static ElementType type(int number) {
        return TensorTypes.of(number)
                .orElseThrow(() -> new ShapeException("the element type number " + number, "one of real numbers"));
    }

    private static <T> List<Value<T>> cast(Call<T> call) {
        return List.of(cast(call, call.value(0), type(call.integer("to", FLOAT))));
    }

    /** Real numbers stay as they are, in binary64; whole ones are cut towards 0. */
    static <T> Value<T> cast(Call<T> call, Value<T> value, ElementType type) {
        if (type.isFloat()) {
            return new Value.Real<>(value.real(call.algebra()));
        }
        if (!value.isReal()) {
            return new Value.Whole<>(value.whole().as(type));
        }
        long[] whole = Arrays.stream(call.algebra().approximate(value.real(call.algebra())))
                .mapToLong(v -> type == ElementType.BOOL && v != 0 ? 1 : (long) v)
                .toArray();
        return new Value.Whole<>(IntegerTensor.of(type, value.shape(call.algebra()), whole));
    }

    private static <T> List<Value<T>> castLike(Call<T> call) {
        ElementType type =
                call.value(1).isReal() ? ElementType.F64 : call.whole(1).type();
        return List.of(cast(call, call.value(0), type));
    }

    /** What inference does: nothing. */
    private static <T> List<Value<T>> dropout(Call<T> call) {
        boolean training = call.has(2) && call.whole(2).only() != 0;
        if (training && (!call.has(1) || number(call, 1) != 0)) {
            throw new ShapeException("dropout in training", "dropout as in inference");
        }
        boolean[] mask = new boolean[call.shape(0).size()];
        Arrays.fill(mask, true);
        return List.of(call.value(0), new Value.Whole<>(IntegerTensor.truths(call.shape(0), mask)));
    }
}
