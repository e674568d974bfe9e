package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Transcendental;
import gradlab.analysis.arithmetic.Truth;
import java.math.BigInteger;
import java.util.Optional;

/** Powers with any exponent. */
public enum Exponentiation implements BinaryFunction {
    /**
     * a^b, of a > 0, of a = 0 for b > 0, of a < 0 for an integer b (there without a slope by b, NaN in binary64). Binary64
     * has 1 for 0^0. No slope by a at a = 0 for 0 < b < 1.
     */
    POWER {
        @Override
        public double value(double a, double b) {
            return StrictMath.pow(a, b);
        }

        @Override
        public double slopeLeft(double a, double b) {
            return b == 0 ? 0 : b * StrictMath.pow(a, b - 1);
        }

        @Override
        public double slopeRight(double a, double b) {
            return a == 0 && b > 0 ? 0 : StrictMath.pow(a, b) * StrictMath.log(a);
        }

        @Override
        public boolean kink(double a, double b) {
            return a == 0 && b > 0 && b < 1;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N a, N b) {
            Optional<Integer> whole = whole(numbers, b);
            if (whole.isPresent()) {
                return numbers.power(a, whole.get());
            }
            return numbers.equal(b, Sides.half(numbers)) == Truth.TRUE ? numbers.sqrt(a) : numbers.power(a, b);
        }

        @Override
        public <N> N slopeLeft(Arithmetic<N> numbers, N a, N b) {
            Optional<Integer> whole = whole(numbers, b);
            if (whole.isPresent() && whole.get() <= 1) {
                return whole.get() == 1
                        ? numbers.one()
                        : numbers.multiply(b, numbers.divide(numbers.one(), numbers.power(a, 1 - whole.get())));
            }
            return numbers.multiply(b, value(numbers, a, numbers.subtract(b, numbers.one())));
        }

        @Override
        public <N> N slopeRight(Arithmetic<N> numbers, N a, N b) {
            return numbers.multiply(value(numbers, a, b), numbers.apply(Transcendental.LOG, a));
        }

        private <N> Optional<Integer> whole(Arithmetic<N> numbers, N b) {
            return numbers.integer(b).filter(k -> k.bitLength() < 31).map(BigInteger::intValue);
        }
    }
}
