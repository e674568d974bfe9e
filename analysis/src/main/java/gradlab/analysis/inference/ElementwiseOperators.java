package gradlab.analysis.inference;

import gradlab.analysis.tensor.Activations;
import gradlab.analysis.tensor.Exponentials;
import gradlab.analysis.tensor.GaussianUnits;
import gradlab.analysis.tensor.Hyperbolic;
import gradlab.analysis.tensor.Powers;
import gradlab.analysis.tensor.SmoothUnits;
import gradlab.analysis.tensor.Steps;
import gradlab.analysis.tensor.Trigonometric;
import gradlab.analysis.tensor.UnaryFunction;
import java.util.List;
import java.util.Map;

/** Functions of each entry without parameters. */
final class ElementwiseOperators {

    /** What is done to whole numbers, where ONNX lets it be done. */
    private static final Map<String, java.util.function.LongUnaryOperator> WHOLE =
            Map.of("Neg", v -> -v, "Abs", Math::abs, "Sign", Long::signum, "Relu", v -> Math.max(v, 0));

    private static final Map<String, UnaryFunction> FUNCTIONS = Map.ofEntries(
            Map.entry("Neg", Powers.NEGATE),
            Map.entry("Abs", Powers.ABS),
            Map.entry("Sqrt", Powers.SQRT),
            Map.entry("Reciprocal", Powers.RECIPROCAL),
            Map.entry("Exp", Exponentials.EXP),
            Map.entry("Log", Exponentials.LOG),
            Map.entry("Softplus", Exponentials.SOFTPLUS),
            Map.entry("Erf", GaussianUnits.ERF),
            Map.entry("Tanh", Hyperbolic.TANH),
            Map.entry("Sinh", Hyperbolic.SINH),
            Map.entry("Cosh", Hyperbolic.COSH),
            Map.entry("Asinh", Hyperbolic.ASINH),
            Map.entry("Acosh", Hyperbolic.ACOSH),
            Map.entry("Atanh", Hyperbolic.ATANH),
            Map.entry("Sin", Trigonometric.SIN),
            Map.entry("Cos", Trigonometric.COS),
            Map.entry("Tan", Trigonometric.TAN),
            Map.entry("Asin", Trigonometric.ASIN),
            Map.entry("Acos", Trigonometric.ACOS),
            Map.entry("Atan", Trigonometric.ATAN),
            Map.entry("Floor", Steps.FLOOR),
            Map.entry("Ceil", Steps.CEIL),
            Map.entry("Round", Steps.ROUND),
            Map.entry("Sign", Steps.SIGN),
            Map.entry("Relu", Activations.RELU),
            Map.entry("Sigmoid", Activations.SIGMOID),
            Map.entry("Softsign", Activations.SOFTSIGN),
            Map.entry("HardSwish", Activations.HARD_SWISH),
            Map.entry("Mish", SmoothUnits.MISH));

    private ElementwiseOperators() {}

    /** One function. */
    private record Elementwise(String name, UnaryFunction function) implements Operator {
        @Override
        public <T> List<Value<T>> apply(Call<T> call) {
            var whole = WHOLE.get(name);
            return whole != null && !call.value(0).isReal()
                    ? Call.one(call.whole(0).map(whole))
                    : Call.one(call.algebra().map(function, call.real(0)));
        }
    }

    static void addTo(Map<String, Operator> table) {
        FUNCTIONS.forEach((name, function) -> table.put(name, new Elementwise(name, function)));
        table.put("Gelu", ElementwiseOperators::gelu);
    }

    private static <T> List<Value<T>> gelu(Call<T> call) {
        boolean tanh = call.node().text("approximate", "none").equals("tanh");
        return Call.one(call.algebra().map(tanh ? SmoothUnits.GELU_TANH : GaussianUnits.GELU, call.real(0)));
    }
}
