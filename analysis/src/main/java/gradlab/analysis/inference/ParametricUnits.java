package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.Choices;
import gradlab.analysis.tensor.RectifiedPairs;
import gradlab.analysis.tensor.Selection;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.List;
import java.util.Map;

/** Functions of each entry whose parameters stand in attributes or in further inputs. */
final class ParametricUnits {

    /** ONNX's defaults, in binary32. */
    private static final double SELU_ALPHA = 1.6732632f;

    private static final double SELU_GAMMA = 1.050701f;

    private ParametricUnits() {}

    static void addTo(Map<String, Operator> table) {
        table.put("LeakyRelu", ParametricUnits::leakyRelu);
        table.put("PRelu", ParametricUnits::pRelu);
        table.put("Elu", ParametricUnits::elu);
        table.put("Selu", ParametricUnits::selu);
        table.put("Celu", ParametricUnits::celu);
        table.put("HardSigmoid", ParametricUnits::hardSigmoid);
        table.put("ThresholdedRelu", ParametricUnits::thresholdedRelu);
        table.put("Shrink", ParametricUnits::shrink);
        table.put("Clip", ParametricUnits::clip);
    }

    private static <T> List<Value<T>> leakyRelu(Call<T> call) {
        return Call.one(call.algebra().combine(RectifiedPairs.LEAKY_RELU, call.real(0), call.constant("alpha", 0.01f)));
    }

    /** Before version 7 a list of slopes, one a channel, was not aligned at the last axis but at the second. */
    private static <T> List<Value<T>> pRelu(Call<T> call) {
        T slope = call.real(1);
        if (call.opset() < 7 && call.shape(1).rank() == 1 && call.shape(0).rank() > 2) {
            slope = call.perChannel(slope, call.shape(0).rank());
        }
        return Call.one(call.algebra().combine(RectifiedPairs.LEAKY_RELU, call.real(0), slope));
    }

    private static <T> List<Value<T>> elu(Call<T> call) {
        return Call.one(call.algebra().combine(RectifiedPairs.ELU, call.real(0), call.constant("alpha", 1)));
    }

    private static <T> List<Value<T>> selu(Call<T> call) {
        T elu = call.algebra().combine(RectifiedPairs.ELU, call.real(0), call.constant("alpha", SELU_ALPHA));
        return Call.one(call.math().multiply(elu, call.constant("gamma", SELU_GAMMA)));
    }

    /** alpha ELU(x/alpha), which is max(0, x) + min(0, alpha (e^(x/alpha) - 1)) for alpha above 0. */
    private static <T> List<Value<T>> celu(Call<T> call) {
        if (!(call.node().real("alpha", 1) > 0)) {
            throw new ShapeException("alpha " + call.node().real("alpha", 1), "a positive one");
        }
        T alpha = call.constant("alpha", 1);
        T scaled = call.math().divide(call.real(0), alpha);
        T elu = call.algebra().combine(RectifiedPairs.ELU, scaled, call.math().number(1));
        return Call.one(call.math().multiply(elu, alpha));
    }

    private static <T> List<Value<T>> hardSigmoid(Call<T> call) {
        return Call.one(
                hardSigmoid(call.math(), call.real(0), call.constant("alpha", 0.2f), call.constant("beta", 0.5)));
    }

    /** max(0, min(1, alpha x + beta)). */
    static <T> T hardSigmoid(Tensors<T> math, T x, T alpha, T beta) {
        T line = math.add(math.multiply(x, alpha), beta);
        T below = math.algebra().combine(Choices.MINIMUM, line, math.number(1));
        return math.algebra().combine(Choices.MAXIMUM, below, math.number(0));
    }

    private static <T> List<Value<T>> thresholdedRelu(Call<T> call) {
        return Call.one(keepAbove(call.algebra(), call.real(0), call.constant("alpha", 1)));
    }

    /** x where it is above the threshold, 0 elsewhere. */
    static <T> T keepAbove(TensorAlgebra<T> algebra, T x, T threshold) {
        boolean[] above = algebra.less(threshold, x);
        int[] index = new int[above.length];
        for (int e = 0; e < index.length; e++) {
            index[e] = above[e] ? e : Selection.ZERO;
        }
        return algebra.select(List.of(x), Selection.of(algebra.shape(x), index));
    }

    /** x + bias below -lambd, x - bias above lambd, 0 between. */
    private static <T> List<Value<T>> shrink(Call<T> call) {
        T x = call.real(0);
        T lambda = call.constant("lambd", 0.5);
        T bias = call.constant("bias", 0);
        boolean[] above = call.algebra().less(lambda, x);
        boolean[] below =
                call.algebra().less(x, call.math().subtract(call.math().number(0), lambda));
        Shape shape = call.algebra().shape(x);
        int[] source = new int[above.length];
        int[] index = new int[above.length];
        for (int e = 0; e < index.length; e++) {
            source[e] = above[e] ? 1 : 0;
            index[e] = above[e] || below[e] ? e : Selection.ZERO;
        }
        return Call.one(call.algebra()
                .select(
                        List.of(call.math().add(x, bias), call.math().subtract(x, bias)),
                        Selection.of(shape, source, index)));
    }

    private static <T> List<Value<T>> clip(Call<T> call) {
        if (!call.value(0).isReal()) {
            IntegerTensor x = call.whole(0);
            for (int bound = 1; bound <= 2; bound++) {
                if (call.has(bound)) {
                    x = bound == 1
                            ? x.combine(x.type(), call.whole(1), PairOperators.largest(x))
                            : x.combine(x.type(), call.whole(2), PairOperators.smallest(x));
                }
            }
            return Call.one(x);
        }
        T x = call.real(0);
        if (call.has(1) || call.node().find("min").isPresent()) {
            x = call.algebra().combine(Choices.MAXIMUM, x, call.has(1) ? call.real(1) : call.constant("min", 0));
        }
        if (call.has(2) || call.node().find("max").isPresent()) {
            x = call.algebra().combine(Choices.MINIMUM, x, call.has(2) ? call.real(2) : call.constant("max", 0));
        }
        return Call.one(x);
    }
}
