package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Transcendental;

/** The exponential function and the logarithm. */
public enum Exponentials implements UnaryFunction {
    /** e^x. */
    EXP {
        @Override
        public double value(double x) {
            return StrictMath.exp(x);
        }

        @Override
        public double slope(double x) {
            return StrictMath.exp(x);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.EXP, x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.EXP, x);
        }
    },
    /** The natural logarithm, of x > 0; binary64 has -infinity at 0 and NaN below. */
    LOG {
        @Override
        public double value(double x) {
            return StrictMath.log(x);
        }

        @Override
        public double slope(double x) {
            return 1 / x;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.LOG, x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.divide(numbers.one(), x);
        }
    },
    /** log(1 + e^x), computed as max(x, 0) + log1p(e^-|x|); slope the sigmoid. */
    SOFTPLUS {
        @Override
        public double value(double x) {
            return Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
        }

        @Override
        public double slope(double x) {
            return Logistic.sigmoid(x);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.SOFTPLUS, x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.SIGMOID, x);
        }
    }
}
