package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;

/** The larger and the smaller of two numbers; kinks where they are equal, there the slope goes to the left one. */
public enum Choices implements BinaryFunction {
    /** min(a, b). */
    MINIMUM {
        @Override
        public double value(double a, double b) {
            return Math.min(a, b);
        }

        @Override
        public double slopeLeft(double a, double b) {
            return a <= b ? 1 : 0;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N a, N b) {
            return numbers.min(a, b);
        }

        @Override
        public <N> N slopeLeft(Arithmetic<N> numbers, N a, N b) {
            return Sides.of(numbers, a, b) < 0 ? numbers.one() : numbers.zero();
        }
    },
    /** max(a, b). */
    MAXIMUM {
        @Override
        public double value(double a, double b) {
            return Math.max(a, b);
        }

        @Override
        public double slopeLeft(double a, double b) {
            return a >= b ? 1 : 0;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N a, N b) {
            return numbers.max(a, b);
        }

        @Override
        public <N> N slopeLeft(Arithmetic<N> numbers, N a, N b) {
            return Sides.of(numbers, a, b) > 0 ? numbers.one() : numbers.zero();
        }
    };

    @Override
    public double slopeRight(double a, double b) {
        return 1 - slopeLeft(a, b);
    }

    @Override
    public boolean kink(double a, double b) {
        return a == b;
    }

    @Override
    public <N> N slopeRight(Arithmetic<N> numbers, N a, N b) {
        return numbers.subtract(numbers.one(), slopeLeft(numbers, a, b));
    }
}
