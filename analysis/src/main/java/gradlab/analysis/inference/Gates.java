package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.Activations;
import gradlab.analysis.tensor.Choices;
import gradlab.analysis.tensor.Exponentials;
import gradlab.analysis.tensor.Hyperbolic;
import gradlab.analysis.tensor.RectifiedPairs;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.Tensors;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** The activation functions that a recurrent operator names, for one direction after the other. */
final class Gates {
    private Gates() {}

    /**
     * The functions of each direction.
     *
     * @param usual the names where the node gives none
     */
    static <T> List<List<UnaryOperator<T>>> of(Call<T> call, int directions, List<String> usual) {
        List<String> names = call.node().texts("activations");
        if (names.isEmpty()) {
            names = Collections.nCopies(directions, usual).stream()
                    .flatMap(List::stream)
                    .toList();
        }
        if (names.size() != directions * usual.size()) {
            throw new ShapeException(names.size() + " activations", String.valueOf(directions * usual.size()));
        }
        Deque<Double> alphas = new ArrayDeque<>(call.node().reals("activation_alpha"));
        Deque<Double> betas = new ArrayDeque<>(call.node().reals("activation_beta"));
        List<List<UnaryOperator<T>>> all = new ArrayList<>();
        for (int d = 0; d < directions; d++) {
            List<UnaryOperator<T>> one = new ArrayList<>();
            for (int g = 0; g < usual.size(); g++) {
                one.add(function(call.math(), names.get(d * usual.size() + g), alphas, betas));
            }
            all.add(one);
        }
        return all;
    }

    private static <T> UnaryOperator<T> function(
            Tensors<T> math, String name, Deque<Double> alphas, Deque<Double> betas) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "sigmoid" -> x -> math.algebra().map(Activations.SIGMOID, x);
            case "tanh" -> x -> math.algebra().map(Hyperbolic.TANH, x);
            case "relu" -> x -> math.algebra().map(Activations.RELU, x);
            case "softsign" -> x -> math.algebra().map(Activations.SOFTSIGN, x);
            case "softplus" -> x -> math.algebra().map(Exponentials.SOFTPLUS, x);
            case "leakyrelu" -> {
                T alpha = number(math, alphas, 0.01f);
                yield x -> math.algebra().combine(RectifiedPairs.LEAKY_RELU, x, alpha);
            }
            case "elu" -> {
                T alpha = number(math, alphas, 1);
                yield x -> math.algebra().combine(RectifiedPairs.ELU, x, alpha);
            }
            case "thresholdedrelu" -> {
                T alpha = number(math, alphas, 1);
                yield x -> ParametricUnits.keepAbove(math.algebra(), x, alpha);
            }
            case "affine" -> {
                T alpha = number(math, alphas, 1);
                T beta = number(math, betas, 0);
                yield x -> math.add(math.multiply(x, alpha), beta);
            }
            case "scaledtanh" -> {
                T alpha = number(math, alphas, 1);
                T beta = number(math, betas, 1);
                yield x -> math.multiply(alpha, math.algebra().map(Hyperbolic.TANH, math.multiply(beta, x)));
            }
            case "hardsigmoid" -> {
                T alpha = number(math, alphas, 0.2f);
                T beta = number(math, betas, 0.5);
                yield x -> ParametricUnits.hardSigmoid(math, x, alpha, beta);
            }
            default -> throw new ShapeException("the activation " + name, "one that ONNX names");
        };
    }

    private static <T> T number(Tensors<T> math, Deque<Double> given, double otherwise) {
        Double next = given.poll();
        return math.algebra().constant(Shape.of(), next == null ? otherwise : next);
    }

    /** The entries cut to between -clip and clip, if the node says so. */
    static <T> T clipped(Call<T> call, T x) {
        double clip = call.node().real("clip", 0);
        if (!(clip > 0)) {
            return x;
        }
        T bound = call.algebra().constant(Shape.of(), clip);
        T minus = call.algebra().constant(Shape.of(), -clip);
        return call.algebra().combine(Choices.MAXIMUM, call.algebra().combine(Choices.MINIMUM, x, bound), minus);
    }
}
