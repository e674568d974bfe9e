package gradlab.dynamics.system;

import gradlab.analysis.expression.NearestName;
import gradlab.analysis.tensor.Activations;
import gradlab.analysis.tensor.Exponentials;
import gradlab.analysis.tensor.GaussianUnits;
import gradlab.analysis.tensor.Hyperbolic;
import gradlab.analysis.tensor.Powers;
import gradlab.analysis.tensor.SmoothUnits;
import gradlab.analysis.tensor.Steps;
import gradlab.analysis.tensor.Trigonometric;
import gradlab.analysis.tensor.UnaryFunction;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The functions and constants that formulas of systems may use. */
final class ScalarFunctions {

    private static final Map<String, UnaryFunction> UNARY = Map.ofEntries(
            Map.entry("abs", Powers.ABS),
            Map.entry("sqrt", Powers.SQRT),
            Map.entry("exp", Exponentials.EXP),
            Map.entry("log", Exponentials.LOG),
            Map.entry("sin", Trigonometric.SIN),
            Map.entry("cos", Trigonometric.COS),
            Map.entry("tan", Trigonometric.TAN),
            Map.entry("asin", Trigonometric.ASIN),
            Map.entry("acos", Trigonometric.ACOS),
            Map.entry("atan", Trigonometric.ATAN),
            Map.entry("sinh", Hyperbolic.SINH),
            Map.entry("cosh", Hyperbolic.COSH),
            Map.entry("tanh", Hyperbolic.TANH),
            Map.entry("erf", GaussianUnits.ERF),
            Map.entry("floor", Steps.FLOOR),
            Map.entry("ceil", Steps.CEIL),
            Map.entry("sign", Steps.SIGN),
            Map.entry("relu", Activations.RELU),
            Map.entry("sigmoid", Activations.SIGMOID),
            Map.entry("softplus", Exponentials.SOFTPLUS),
            Map.entry("selu", Activations.SELU),
            Map.entry("gelu", GaussianUnits.GELU),
            Map.entry("gelu_tanh", SmoothUnits.GELU_TANH),
            Map.entry("silu", SmoothUnits.SILU),
            Map.entry("mish", SmoothUnits.MISH),
            Map.entry("hard_swish", Activations.HARD_SWISH));

    /** Functions that are written with others. */
    private static final Set<String> COMPOSED = Set.of("elu", "log2", "min", "max", "mod", "if", "sum", "prod", "all");

    private static final Map<String, Double> CONSTANTS = Map.of("pi", StrictMath.PI, "e", StrictMath.E);

    private static final Set<String> WORDS = Set.of("true", "false", "not", "and", "or", "implies");

    private static final int MOST_LISTED = 12;

    private ScalarFunctions() {}

    static Optional<UnaryFunction> unary(String name) {
        return Optional.ofNullable(UNARY.get(name));
    }

    static String name(UnaryFunction function) {
        return UNARY.entrySet().stream()
                .filter(entry -> entry.getValue() == function)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("function must be in the table, was " + function));
    }

    static Optional<Double> constant(String name) {
        return Optional.ofNullable(CONSTANTS.get(name));
    }

    /** Whether a name means something already. */
    static boolean isReserved(String name) {
        return isFunction(name) || CONSTANTS.containsKey(name) || WORDS.contains(name);
    }

    static boolean isFunction(String name) {
        return UNARY.containsKey(name) || COMPOSED.contains(name);
    }

    /** What to expect in place of an unknown name. */
    static String advice(String name, Set<String> own, boolean builtin) {
        String advice = NearestName.advice(name, own, builtin ? names() : Set.of());
        if (advice.contains("did you mean")) {
            return advice;
        }
        String names = own.stream().sorted().limit(MOST_LISTED).collect(Collectors.joining(", "));
        return (builtin ? "a built-in name" + (own.isEmpty() ? "" : " or one of ") : "one of ")
                + names
                + (own.size() > MOST_LISTED ? ", ..." : "");
    }

    /** Names of constants and functions, in alphabetical order. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(UNARY.keySet());
        names.addAll(COMPOSED);
        names.addAll(CONSTANTS.keySet());
        return names;
    }
}
