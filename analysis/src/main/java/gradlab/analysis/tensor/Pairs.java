package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;

/** Sum, difference, product and quotient of two numbers. */
public enum Pairs implements BinaryFunction {
    /** a + b. */
    ADD {
        @Override
        public double value(double a, double b) {
            return a + b;
        }

        @Override
        public double slopeLeft(double a, double b) {
            return 1;
        }

        @Override
        public double slopeRight(double a, double b) {
            return 1;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N a, N b) {
            return numbers.add(a, b);
        }

        @Override
        public <N> N slopeLeft(Arithmetic<N> numbers, N a, N b) {
            return numbers.one();
        }

        @Override
        public <N> N slopeRight(Arithmetic<N> numbers, N a, N b) {
            return numbers.one();
        }
    },
    /** a - b. */
    SUBTRACT {
        @Override
        public double value(double a, double b) {
            return a - b;
        }

        @Override
        public double slopeLeft(double a, double b) {
            return 1;
        }

        @Override
        public double slopeRight(double a, double b) {
            return -1;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N a, N b) {
            return numbers.subtract(a, b);
        }

        @Override
        public <N> N slopeLeft(Arithmetic<N> numbers, N a, N b) {
            return numbers.one();
        }

        @Override
        public <N> N slopeRight(Arithmetic<N> numbers, N a, N b) {
            return numbers.of(-1);
        }
    },
    /** a b. */
    MULTIPLY {
        @Override
        public double value(double a, double b) {
            return a * b;
        }

        @Override
        public double slopeLeft(double a, double b) {
            return b;
        }

        @Override
        public double slopeRight(double a, double b) {
            return a;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N a, N b) {
            return numbers.multiply(a, b);
        }

        @Override
        public <N> N slopeLeft(Arithmetic<N> numbers, N a, N b) {
            return b;
        }

        @Override
        public <N> N slopeRight(Arithmetic<N> numbers, N a, N b) {
            return a;
        }
    },
    /** a/b; binary64 has infinities and NaN where b is 0. */
    DIVIDE {
        @Override
        public double value(double a, double b) {
            return a / b;
        }

        @Override
        public double slopeLeft(double a, double b) {
            return 1 / b;
        }

        @Override
        public double slopeRight(double a, double b) {
            return -(a / b) / b;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N a, N b) {
            return numbers.divide(a, b);
        }

        @Override
        public <N> N slopeLeft(Arithmetic<N> numbers, N a, N b) {
            return numbers.divide(numbers.one(), b);
        }

        @Override
        public <N> N slopeRight(Arithmetic<N> numbers, N a, N b) {
            return numbers.negate(numbers.divide(a, numbers.square(b)));
        }
    }
}
