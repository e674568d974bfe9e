package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Transcendental;
import gradlab.analysis.arithmetic.Truth;

/** Rectifiers with a parameter on the right; kinks where x = 0, unless the parameter is 1. The slope there is the left one. */
public enum RectifiedPairs implements BinaryFunction {
    /** x above 0, leak x below. */
    LEAKY_RELU {
        @Override
        public double value(double x, double leak) {
            return x > 0 ? x : leak * x;
        }

        @Override
        public double slopeLeft(double x, double leak) {
            return x > 0 ? 1 : leak;
        }

        @Override
        public double slopeRight(double x, double leak) {
            return Math.min(x, 0);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x, N leak) {
            return switch (numbers.lessOrEqual(numbers.zero(), x)) {
                case TRUE -> x;
                case FALSE -> numbers.multiply(leak, x);
                case UNDECIDED, UNDEFINED ->
                    numbers.add(Sides.positivePart(numbers, x), numbers.multiply(leak, Sides.negativePart(numbers, x)));
            };
        }

        @Override
        public <N> N slopeLeft(Arithmetic<N> numbers, N x, N leak) {
            if (numbers.equal(leak, numbers.one()) == Truth.TRUE) {
                return leak;
            }
            return Sides.bent(numbers, x, leak);
        }

        @Override
        public <N> N slopeRight(Arithmetic<N> numbers, N x, N leak) {
            return Sides.negativePart(numbers, x);
        }
    },
    /** x above 0, alpha (e^x - 1) below. */
    ELU {
        @Override
        public double value(double x, double alpha) {
            return x > 0 ? x : alpha * StrictMath.expm1(x);
        }

        @Override
        public double slopeLeft(double x, double alpha) {
            return x > 0 ? 1 : alpha * StrictMath.exp(x);
        }

        @Override
        public double slopeRight(double x, double alpha) {
            return StrictMath.expm1(Math.min(x, 0));
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x, N alpha) {
            return switch (numbers.lessOrEqual(numbers.zero(), x)) {
                case TRUE -> x;
                case FALSE -> numbers.multiply(alpha, slopeRight(numbers, x, alpha));
                case UNDECIDED, UNDEFINED ->
                    numbers.add(Sides.positivePart(numbers, x), numbers.multiply(alpha, slopeRight(numbers, x, alpha)));
            };
        }

        @Override
        public <N> N slopeLeft(Arithmetic<N> numbers, N x, N alpha) {
            if (numbers.equal(alpha, numbers.one()) == Truth.TRUE) {
                return numbers.apply(Transcendental.EXP, Sides.negativePart(numbers, x));
            }
            return Sides.of(numbers, x, numbers.zero()) > 0
                    ? numbers.one()
                    : numbers.multiply(alpha, numbers.apply(Transcendental.EXP, x));
        }

        @Override
        public <N> N slopeRight(Arithmetic<N> numbers, N x, N alpha) {
            return numbers.apply(Transcendental.EXPM1, Sides.negativePart(numbers, x));
        }
    };

    @Override
    public boolean kink(double x, double parameter) {
        return x == 0 && parameter != 1;
    }
}
