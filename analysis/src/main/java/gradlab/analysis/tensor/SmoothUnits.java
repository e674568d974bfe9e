package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Transcendental;
import gradlab.analysis.arithmetic.Truth;
import org.hipparchus.fraction.BigFraction;

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
            return numbers.multiply(x, numbers.apply(Transcendental.SIGMOID, x));
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            N ramp = numbers.multiply(x, numbers.apply(Transcendental.SIGMOID_SLOPE, x));
            return numbers.add(numbers.apply(Transcendental.SIGMOID, x), ramp);
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
            N tanh = numbers.apply(Transcendental.TANH, inner(numbers, x));
            return numbers.multiply(numbers.multiply(Sides.half(numbers), x), numbers.add(numbers.one(), tanh));
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            N u = inner(numbers, x);
            N gate = numbers.add(numbers.one(), numbers.apply(Transcendental.TANH, u));
            N curved = numbers.multiply(numbers.of(EXACT_CUBIC.multiply(3)), numbers.square(x));
            N steepness = numbers.multiply(root(numbers), numbers.add(numbers.one(), curved));
            N ramp = numbers.multiply(numbers.multiply(x, numbers.apply(Transcendental.TANH_SLOPE, u)), steepness);
            return numbers.multiply(Sides.half(numbers), numbers.add(gate, ramp));
        }

        private <N> N inner(Arithmetic<N> numbers, N x) {
            N cubic = numbers.multiply(numbers.of(EXACT_CUBIC), numbers.power(x, 3));
            return numbers.multiply(root(numbers), numbers.add(x, cubic));
        }

        private <N> N root(Arithmetic<N> numbers) {
            return numbers.sqrt(numbers.divide(numbers.of(2), numbers.pi()));
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
            return numbers.multiply(x, gate(numbers, x));
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            N gate = gate(numbers, x);
            N complement = numbers.subtract(numbers.one(), numbers.square(gate));
            N ramp = numbers.multiply(numbers.multiply(x, complement), numbers.apply(Transcendental.SIGMOID, x));
            return numbers.add(gate, ramp);
        }

        /** 1 - 2/(e² + 2e + 2) with e = e^x, or the same with e^-x for x surely not below 0. */
        private <N> N gate(Arithmetic<N> numbers, N x) {
            N two = numbers.of(2);
            if (numbers.lessOrEqual(numbers.zero(), x) == Truth.TRUE) {
                N e = numbers.apply(Transcendental.EXP, numbers.negate(x));
                N twice = numbers.add(numbers.one(), numbers.multiply(two, e));
                N square = numbers.multiply(two, numbers.square(e));
                return numbers.divide(numbers.one(), numbers.add(numbers.one(), numbers.divide(square, twice)));
            }
            N e = numbers.apply(Transcendental.EXP, x);
            N bottom = numbers.add(numbers.square(numbers.add(e, numbers.one())), numbers.one());
            return numbers.subtract(numbers.one(), numbers.divide(two, bottom));
        }
    };

    private static final BigFraction EXACT_CUBIC = new BigFraction(44715, 1000000);
    private static final double CUBIC = 0.044715;
    private static final double ROOT = Math.sqrt(2 / StrictMath.PI);
}
