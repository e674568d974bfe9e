package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;

/** Functions of one number that lead to algebraic numbers. */
public enum Powers implements UnaryFunction {
    /** -x. */
    NEGATE {
        @Override
        public double value(double x) {
            return -x;
        }

        @Override
        public double slope(double x) {
            return -1;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.negate(x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.of(-1);
        }
    },
    /** |x|; kink at 0, slope 0 there. */
    ABS {
        @Override
        public double value(double x) {
            return Math.abs(x);
        }

        @Override
        public double slope(double x) {
            return Math.signum(x);
        }

        @Override
        public boolean kink(double x) {
            return x == 0;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.abs(x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return Sides.of(numbers, x, numbers.zero()) > 0 ? numbers.one() : numbers.of(-1);
        }
    },
    /** x². */
    SQUARE {
        @Override
        public double value(double x) {
            return x * x;
        }

        @Override
        public double slope(double x) {
            return 2 * x;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.square(x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.multiply(numbers.of(2), x);
        }
    },
    /** The square root, of x >= 0; no slope at 0, infinite there in binary64. */
    SQRT {
        @Override
        public double value(double x) {
            return Math.sqrt(x);
        }

        @Override
        public double slope(double x) {
            return 0.5 / Math.sqrt(x);
        }

        @Override
        public boolean kink(double x) {
            return x == 0;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.sqrt(x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.divide(numbers.one(), numbers.multiply(numbers.of(2), numbers.sqrt(x)));
        }
    },
    /** 1/x. */
    RECIPROCAL {
        @Override
        public double value(double x) {
            return 1 / x;
        }

        @Override
        public double slope(double x) {
            return -1 / x / x;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.divide(numbers.one(), x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.negate(numbers.divide(numbers.one(), numbers.square(x)));
        }
    }
}
