package gradlab.dynamics.signal;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Activations;
import gradlab.analysis.tensor.BinaryFunction;
import gradlab.analysis.tensor.Exponentials;
import gradlab.analysis.tensor.GaussianUnits;
import gradlab.analysis.tensor.Hyperbolic;
import gradlab.analysis.tensor.RectifiedPairs;
import gradlab.analysis.tensor.SmoothUnits;
import gradlab.analysis.tensor.UnaryFunction;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The activation functions by name. */
public final class Nonlinearities {
    private static final double LEAK = 0.01;
    private static final Pattern LEAKY = Pattern.compile("leaky_relu\\(([-+.0-9eE]{1,30})\\)");
    private static final List<Double> SMOOTH = List.of();
    private static final List<Double> ZERO = List.of(0.0);

    private static final List<Nonlinearity> TABLE = List.of(
            homogeneous("linear", Line.FUNCTION, 1),
            homogeneous("relu", Activations.RELU, 0),
            leakyRelu(LEAK),
            saturating("tanh", Hyperbolic.TANH, true),
            saturating("sigmoid", Activations.SIGMOID, false),
            saturating("erf", GaussianUnits.ERF, true),
            growing("softplus", Exponentials.SOFTPLUS, SMOOTH, 1),
            growing("elu", new Bound(RectifiedPairs.ELU, 1), ZERO, 1),
            growing("selu", Activations.SELU, ZERO, Activations.SELU.slope(1)),
            growing("gelu", GaussianUnits.GELU, SMOOTH, 1),
            growing("gelu_tanh", SmoothUnits.GELU_TANH, SMOOTH, 1),
            growing("silu", SmoothUnits.SILU, SMOOTH, 1),
            growing("hard_swish", Activations.HARD_SWISH, List.of(-3.0, 3.0), 1),
            growing("mish", SmoothUnits.MISH, SMOOTH, 1));

    private Nonlinearities() {}

    /** All of them; leaky ReLU with slope 0.01. */
    public static List<Nonlinearity> all() {
        return TABLE;
    }

    /** Their names. */
    public static List<String> names() {
        return TABLE.stream().map(Nonlinearity::name).toList();
    }

    /** The leaky ReLU with this slope below 0. */
    public static Nonlinearity leakyRelu(double slope) {
        if (!(Math.abs(slope) <= 1e6)) {
            throw new IllegalArgumentException("slope must be between -1e6 and 1e6, was " + slope);
        }
        String name = slope == LEAK ? "leaky_relu" : "leaky_relu(" + slope + ")";
        return homogeneous(name, new Bound(RectifiedPairs.LEAKY_RELU, slope), slope);
    }

    /**
     * The function of a name, hyphens as good as underscores; {@code leaky_relu(0.2)} says the slope.
     *
     * @throws SourceException if there is none
     */
    public static Nonlinearity of(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replace('-', '_').strip();
        for (Nonlinearity known : TABLE) {
            if (known.name().equals(plain)) {
                return known;
            }
        }
        Matcher leaky = LEAKY.matcher(name.toLowerCase(Locale.ROOT).strip());
        if (leaky.matches()) {
            try {
                return leakyRelu(Double.parseDouble(leaky.group(1)));
            } catch (IllegalArgumentException e) {
                throw SourceException.in(
                        "activation", SourceException.quote(name), "leaky_relu(SLOPE) with a slope of at most 1e6");
            }
        }
        throw SourceException.in("activation", SourceException.quote(name), "one of " + String.join(", ", names()));
    }

    private static Nonlinearity homogeneous(String name, UnaryFunction function, double left) {
        return new Nonlinearity(name, function, left == 1 ? SMOOTH : ZERO, left, 1, true, left == 1);
    }

    private static Nonlinearity saturating(String name, UnaryFunction function, boolean odd) {
        return new Nonlinearity(name, function, SMOOTH, 0, 0, false, odd);
    }

    private static Nonlinearity growing(String name, UnaryFunction function, List<Double> kinks, double right) {
        return new Nonlinearity(name, function, kinks, 0, right, false, false);
    }

    /** A function of two numbers with the second one fixed. */
    private record Bound(BinaryFunction function, double parameter) implements UnaryFunction {
        @Override
        public double value(double x) {
            return function.value(x, parameter);
        }

        @Override
        public double slope(double x) {
            return function.slopeLeft(x, parameter);
        }

        @Override
        public boolean kink(double x) {
            return function.kink(x, parameter);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return function.value(numbers, x, numbers.ofDouble(parameter));
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return function.slopeLeft(numbers, x, numbers.ofDouble(parameter));
        }
    }

    /** x. */
    private enum Line implements UnaryFunction {
        FUNCTION;

        @Override
        public double value(double x) {
            return x;
        }

        @Override
        public double slope(double x) {
            return 1;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return x;
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.one();
        }
    }
}
