package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.block.FrozenBatchNormalisation;
import gradlab.analysis.tensor.Powers;
import gradlab.analysis.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** What brings entries to one scale: normalisations and softmax. */
final class NormalisationOperators {

    private static final double EPSILON = 1e-5f;

    private NormalisationOperators() {}

    static void addTo(Map<String, Operator> table) {
        table.put("Softmax", NormalisationOperators::softmax);
        table.put("LogSoftmax", NormalisationOperators::logSoftmax);
        table.put("LayerNormalization", NormalisationOperators::layer);
        table.put("BatchNormalization", NormalisationOperators::batch);
        table.put("InstanceNormalization", NormalisationOperators::instance);
        table.put("GroupNormalization", NormalisationOperators::group);
        table.put("LpNormalization", NormalisationOperators::lp);
        table.put("MeanVarianceNormalization", NormalisationOperators::meanVariance);
    }

    private static <T> List<Value<T>> softmax(Call<T> call) {
        return Call.one(normalised(call, (x, axis) -> call.algebra().softmax(x, axis)));
    }

    private static <T> List<Value<T>> logSoftmax(Call<T> call) {
        return Call.one(normalised(call, (x, axis) -> call.algebra().logSoftmax(x, axis)));
    }

    /** A normalisation along an axis. */
    private interface Along<T> {
        T of(T x, int axis);
    }

    /** From version 13 on along one axis, before over all axes from one on, taken together. */
    private static <T> T normalised(Call<T> call, Along<T> along) {
        Shape shape = call.shape(0);
        if (call.opset() >= 13) {
            return along.of(call.real(0), shape.axis(call.integer("axis", -1)));
        }
        int axis = shape.axis(call.integer("axis", 1));
        T flat = call.math().reshape(call.real(0), shape.size(0, axis), shape.size(axis, shape.rank()));
        return call.algebra().reshape(along.of(flat, 1), shape);
    }

    /** (x - mean)/sqrt(variance + epsilon) scale + bias over all axes from one on; also the mean and 1/sqrt(...). */
    private static <T> List<Value<T>> layer(Call<T> call) {
        Shape shape = call.shape(0);
        int[] axes = IntStream.range(shape.axis(call.integer("axis", -1)), shape.rank())
                .toArray();
        T epsilon = call.constant("epsilon", EPSILON);
        T scaled = call.math().multiply(call.algebra().normalise(call.real(0), epsilon, axes), call.real(1));
        T result = call.has(2) ? call.math().add(scaled, call.real(2)) : scaled;
        if (call.node().outputs().size() < 2) {
            return Call.one(result);
        }
        T mean = call.math().mean(call.real(0), axes);
        T squares = call.algebra().map(Powers.SQUARE, call.math().subtract(call.real(0), mean));
        T deviation = call.math().sqrt(call.math().add(call.math().mean(squares, axes), epsilon));
        return List.of(
                new Value.Real<>(result),
                new Value.Real<>(mean),
                new Value.Real<>(call.algebra().map(Powers.RECIPROCAL, deviation)));
    }

    private static <T> List<Value<T>> batch(Call<T> call) {
        if (call.integer("training_mode", 0) != 0) {
            throw new ShapeException("batch normalisation in training", "batch normalisation as in inference");
        }
        int rank = call.shape(0).rank();
        List<T> lists = IntStream.rangeClosed(1, 4)
                .mapToObj(i -> call.perChannel(call.real(i), rank))
                .toList();
        T epsilon = call.constant("epsilon", EPSILON);
        return Call.one(FrozenBatchNormalisation.normalise(call.math(), call.real(0), epsilon, lists));
    }

    private static <T> List<Value<T>> instance(Call<T> call) {
        int rank = call.shape(0).rank();
        T normal = call.algebra()
                .normalise(
                        call.real(0),
                        call.constant("epsilon", EPSILON),
                        IntStream.range(2, rank).toArray());
        T scaled = call.math().multiply(normal, call.perChannel(call.real(1), rank));
        return Call.one(call.math().add(scaled, call.perChannel(call.real(2), rank)));
    }

    /** Scale and bias have one number a group before version 21 and one a channel from then on. */
    private static <T> List<Value<T>> group(Call<T> call) {
        Shape shape = call.shape(0);
        int groups = call.integer("num_groups", 1);
        if (groups < 1 || shape.rank() < 2 || shape.length(1) % groups != 0) {
            throw new ShapeException("a tensor of shape " + shape, "channels in " + groups + " equal groups");
        }
        List<Integer> lengths = new ArrayList<>(shape.lengths());
        lengths.set(1, groups);
        lengths.add(2, shape.length(1) / groups);
        Shape apart = new Shape(lengths);
        T normal = call.algebra()
                .normalise(
                        call.algebra().reshape(call.real(0), apart),
                        call.constant("epsilon", EPSILON),
                        IntStream.range(2, apart.rank()).toArray());
        boolean perGroup = call.opset() < 21;
        T x = perGroup ? normal : call.algebra().reshape(normal, shape);
        int rank = call.algebra().shape(x).rank();
        T scaled = call.math().multiply(x, call.perChannel(call.real(1), rank));
        T result = call.math().add(scaled, call.perChannel(call.real(2), rank));
        return Call.one(call.algebra().reshape(result, shape));
    }

    private static <T> List<Value<T>> lp(Call<T> call) {
        int p = call.integer("p", 2);
        int[] axis = {call.integer("axis", -1)};
        if (p != 1 && p != 2) {
            throw new ShapeException("p = " + p, "1 or 2");
        }
        T norm = p == 2
                ? ReductionOperators.euclidean(call, call.real(0), axis)
                : call.algebra().sum(call.algebra().map(Powers.ABS, call.real(0)), axis);
        return Call.one(call.math().divide(call.real(0), norm));
    }

    /** With the 1e-9 beside the root that ONNX's own definition has. */
    private static <T> List<Value<T>> meanVariance(Call<T> call) {
        int[] axes = call.numbers(1, "axes").orElse(new int[] {0, 2, 3});
        T x = call.real(0);
        T centred = call.math().subtract(x, call.math().mean(x, axes));
        T variance = call.math().mean(call.algebra().map(Powers.SQUARE, centred), axes);
        T deviation = call.math().add(call.math().sqrt(variance), call.math().number(1, 1_000_000_000));
        return Call.one(call.math().divide(centred, deviation));
    }
}
