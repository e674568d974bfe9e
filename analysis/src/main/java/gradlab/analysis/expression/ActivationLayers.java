package gradlab.analysis.expression;

import gradlab.analysis.block.Entrywise;
import gradlab.analysis.block.EntrywiseWith;
import gradlab.analysis.block.Probabilities;
import gradlab.analysis.formula.TensorFormula;
import gradlab.analysis.tensor.Activations;
import gradlab.analysis.tensor.Exponentials;
import gradlab.analysis.tensor.GaussianUnits;
import gradlab.analysis.tensor.Hyperbolic;
import gradlab.analysis.tensor.Jets;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.SmoothUnits;
import gradlab.analysis.tensor.UnaryFunction;
import java.util.List;

/** Built-in layers that are one function of each entry, and softmax. */
final class ActivationLayers {

    private ActivationLayers() {}

    static <N> Value<N> leakyRelu(Arguments<N> a) {
        return with(EntrywiseWith.leakyRelu(), a.number(0));
    }

    static <N> Value<N> elu(Arguments<N> a) {
        return with(EntrywiseWith.elu(), a.numbers().one());
    }

    static <N> Value<N> relu(Arguments<N> a) {
        return of(Activations.RELU);
    }

    static <N> Value<N> tanh(Arguments<N> a) {
        return of(Hyperbolic.TANH);
    }

    static <N> Value<N> sigmoid(Arguments<N> a) {
        return of(Activations.SIGMOID);
    }

    static <N> Value<N> softplus(Arguments<N> a) {
        return of(Exponentials.SOFTPLUS);
    }

    static <N> Value<N> selu(Arguments<N> a) {
        return of(Activations.SELU);
    }

    static <N> Value<N> gelu(Arguments<N> a) {
        return of(GaussianUnits.GELU);
    }

    static <N> Value<N> geluTanh(Arguments<N> a) {
        return of(SmoothUnits.GELU_TANH);
    }

    static <N> Value<N> silu(Arguments<N> a) {
        return of(SmoothUnits.SILU);
    }

    static <N> Value<N> mish(Arguments<N> a) {
        return of(SmoothUnits.MISH);
    }

    static <N> Value<N> hardSwish(Arguments<N> a) {
        return of(Activations.HARD_SWISH);
    }

    static <N> Value<N> softmax(Arguments<N> a) {
        return new Value.OfLayer<>(new TensorFormula<>(Probabilities.SOFTMAX, List.of()));
    }

    static <N> Value<N> logSoftmax(Arguments<N> a) {
        return new Value.OfLayer<>(new TensorFormula<>(Probabilities.LOG_SOFTMAX, List.of()));
    }

    private static <N> Value<N> of(UnaryFunction function) {
        return new Value.OfLayer<>(new TensorFormula<>(new Entrywise(function), List.of()));
    }

    private static <N> Value<N> with(EntrywiseWith function, N parameter) {
        Jets.Tensor<N> tensor = Jets.Tensor.constant(Shape.of(), List.of(parameter));
        return new Value.OfLayer<>(new TensorFormula<>(function, List.of(tensor)));
    }
}
