package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Transcendental;

/** Functions of the normal distribution, in binary64 with full relative accuracy in the tails. */
public enum GaussianUnits implements UnaryFunction {
    /** The error function. */
    ERF {
        @Override
        public double value(double x) {
            return ErrorFunctions.erf(x);
        }

        @Override
        public double slope(double x) {
            return TWO_OVER_ROOT_PI * StrictMath.exp(-x * x);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.ERF, x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            N gauss = numbers.apply(Transcendental.EXP, numbers.negate(numbers.square(x)));
            return numbers.divide(numbers.multiply(numbers.of(2), gauss), numbers.sqrt(numbers.pi()));
        }
    },
    /** x Phi(x) with the distribution function Phi(x) = (1 + erf(x/sqrt 2))/2; slope Phi(x) + x phi(x). */
    GELU {
        @Override
        public double value(double x) {
            return x < FAR_BELOW ? -0.0 : x * ErrorFunctions.distribution(x);
        }

        @Override
        public double slope(double x) {
            return Math.abs(x) > -FAR_BELOW
                    ? (x > 0 ? 1 : -0.0)
                    : ErrorFunctions.distribution(x) + x * ErrorFunctions.density(x);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.GELU, x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.GELU_SLOPE, x);
        }
    };

    private static final double TWO_OVER_ROOT_PI = 2 / Math.sqrt(StrictMath.PI);

    /** Below this the tail is no double any more. */
    private static final double FAR_BELOW = -39;
}
