package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Transcendental;

/** Smooth activation functions of the form x times a gate. */
public enum SmoothUnits implements UnaryFunction {
    /** x sigmoid(x). */
    SILU {
        @Override
        public double value(double x) {
            return x == Double.NEGATIVE_INFINITY ? -0.0 : x * Logistic.sigmoid(x);
        }

        @Override
        public double slope(double x) {
            return Double.isInfinite(x) ? Logistic.sigmoid(x) : Logistic.sigmoid(x) + x * Logistic.slope(x);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.SILU, x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.SILU_SLOPE, x);
        }
    },
    /** x (1 + tanh u)/2 with u = sqrt(2/pi) (x + 0.044715 x³), in binary64 as x sigmoid(2u). */
    GELU_TANH {
        @Override
        public double value(double x) {
            return Double.isInfinite(x) ? Math.max(x, -0.0) : x * Logistic.sigmoid(2 * inner(x));
        }

        @Override
        public double slope(double x) {
            double u = inner(x);
            double steepness = ROOT * (1 + 3 * CUBIC * x * x);
            return Math.abs(u) > 500
                    ? Logistic.sigmoid(u)
                    : Logistic.sigmoid(2 * u) + 2 * x * Logistic.slope(2 * u) * steepness;
        }

        private double inner(double x) {
            return ROOT * (x + CUBIC * x * x * x);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.GELU_TANH, x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.GELU_TANH_SLOPE, x);
        }
    },
    /**
     * x tanh(softplus(x)) = x g(x). With e = e^-|x|, g = (e² + 2e)/(e² + 2e + 2) for x < 0 and (1 + 2e)/(1 + 2e + 2e²) for
     * x >= 0, and g' = (1 - g²) sigmoid(x).
     */
    MISH {
        @Override
        public double value(double x) {
            return x == Double.NEGATIVE_INFINITY ? -0.0 : x * gate(x);
        }

        @Override
        public double slope(double x) {
            double e = StrictMath.exp(-Math.abs(x));
            double gate = gate(x);
            double complement = x < 0 ? 2 / (e * (e + 2) + 2) : 2 * e * e / (1 + 2 * e + 2 * e * e);
            return Double.isInfinite(x) ? gate : gate + x * complement * (1 + gate) * Logistic.sigmoid(x);
        }

        private double gate(double x) {
            double e = StrictMath.exp(-Math.abs(x));
            return x < 0 ? e * (e + 2) / (e * (e + 2) + 2) : (1 + 2 * e) / (1 + 2 * e + 2 * e * e);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.MISH, x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.MISH_SLOPE, x);
        }
    };

    private static final double CUBIC = 0.044715;
    private static final double ROOT = Math.sqrt(2 / StrictMath.PI);
}
