package gradlab.analysis.formula;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Transcendental;

/**
 * An activation whose value and slope are elementary functions.
 *
 * @param function phi
 * @param derivative phi'
 * @param <N> the numbers
 */
public record SmoothActivation<N>(Transcendental function, Transcendental derivative)
        implements ElementwiseFormula.Activation<N> {

    /** Hyperbolic tangent. */
    public static <N> SmoothActivation<N> tanh() {
        return new SmoothActivation<>(Transcendental.TANH, Transcendental.TANH_SLOPE);
    }

    /** Logistic sigmoid. */
    public static <N> SmoothActivation<N> sigmoid() {
        return new SmoothActivation<>(Transcendental.SIGMOID, Transcendental.SIGMOID_SLOPE);
    }

    @Override
    public N value(Arithmetic<N> numbers, N x) {
        return numbers.apply(function, x);
    }

    @Override
    public N slope(Arithmetic<N> numbers, N x) {
        return numbers.apply(derivative, x);
    }
}
