package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Truth;
import java.math.BigInteger;
import java.util.Optional;

/** Functions that are constant between jumps: slope 0, also by convention at a jump, which counts as a kink. */
public enum Steps implements UnaryFunction {
    /** The largest integer not above x. */
    FLOOR {
        @Override
        public double value(double x) {
            return StrictMath.floor(x);
        }

        @Override
        public boolean kink(double x) {
            return x == StrictMath.rint(x);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.floor(x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return between(numbers, numbers.floor(x), x);
        }
    },
    /** The smallest integer not below x. */
    CEIL {
        @Override
        public double value(double x) {
            return StrictMath.ceil(x);
        }

        @Override
        public boolean kink(double x) {
            return x == StrictMath.rint(x);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.ceil(x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return between(numbers, numbers.floor(x), x);
        }
    },
    /** The nearest integer, of two the even one. */
    ROUND {
        @Override
        public double value(double x) {
            return StrictMath.rint(x);
        }

        @Override
        public boolean kink(double x) {
            return x - StrictMath.floor(x) == 0.5;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            N below = numbers.floor(x);
            N above = numbers.add(below, numbers.one());
            N middle = numbers.add(below, Sides.half(numbers));
            if (numbers.less(x, middle) == Truth.TRUE) {
                return below;
            }
            if (numbers.less(middle, x) == Truth.TRUE) {
                return above;
            }
            Optional<BigInteger> integer = numbers.integer(below);
            if (numbers.equal(x, middle) != Truth.TRUE || integer.isEmpty()) {
                throw NoValueException.undecided("rounding near the middle of two integers");
            }
            return integer.get().testBit(0) ? above : below;
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            N shifted = numbers.add(x, Sides.half(numbers));
            return between(numbers, numbers.floor(shifted), shifted);
        }
    },
    /** -1, 0 or 1. */
    SIGN {
        @Override
        public double value(double x) {
            return Math.signum(x);
        }

        @Override
        public boolean kink(double x) {
            return x == 0;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.isZero(x) == Truth.TRUE ? numbers.zero() : numbers.of(Sides.of(numbers, x, numbers.zero()));
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            Sides.of(numbers, x, numbers.zero());
            return numbers.zero();
        }
    };

    @Override
    public double slope(double x) {
        return Double.isNaN(x) ? x : 0;
    }

    /** 0 if x is certainly in the open interval from {@code below} to {@code below + 1}. */
    private static <N> N between(Arithmetic<N> numbers, N below, N x) {
        int afterLower = Sides.of(numbers, x, below);
        int beforeUpper = Sides.of(numbers, x, numbers.add(below, numbers.one()));
        if (afterLower > 0 && beforeUpper < 0) {
            return numbers.zero();
        }
        throw NoValueException.undecided("a derivative near a jump");
    }
}
