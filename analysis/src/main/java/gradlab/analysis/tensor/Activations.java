package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Transcendental;
import org.hipparchus.fraction.BigFraction;

/** Activation functions that bend a line: rectifiers and saturating functions. Slopes at kinks are those from the left. */
public enum Activations implements UnaryFunction {
    /** max(x, 0); kink at 0, slope 0 there. */
    RELU {
        @Override
        public double value(double x) {
            return Math.max(x, 0);
        }

        @Override
        public double slope(double x) {
            return x > 0 ? 1 : 0;
        }

        @Override
        public boolean hasCurvature() {
            return true;
        }

        @Override
        public double curvature(double x) {
            return 0;
        }

        @Override
        public boolean kink(double x) {
            return x == 0;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return Sides.positivePart(numbers, x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return Sides.bent(numbers, x, numbers.zero());
        }
    },
    /** 1/(1 + e^-x). */
    SIGMOID {
        @Override
        public double value(double x) {
            return Logistic.sigmoid(x);
        }

        @Override
        public double slope(double x) {
            return Logistic.slope(x);
        }

        @Override
        public boolean hasCurvature() {
            return true;
        }

        @Override
        public double curvature(double x) {
            return Logistic.slope(x) * (1 - 2 * Logistic.sigmoid(x));
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.SIGMOID, x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.SIGMOID_SLOPE, x);
        }
    },
    /** x/(1 + |x|); its slope 1/(1 + |x|)² has no kink. */
    SOFTSIGN {
        @Override
        public double value(double x) {
            return Double.isInfinite(x) ? Math.signum(x) : x / (1 + Math.abs(x));
        }

        @Override
        public double slope(double x) {
            double root = 1 / (1 + Math.abs(x));
            return root * root;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.divide(x, numbers.add(numbers.one(), numbers.abs(x)));
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.divide(numbers.one(), numbers.square(numbers.add(numbers.one(), numbers.abs(x))));
        }
    },
    /** x min(max(x + 3, 0), 6)/6; kinks at -3 (slope 0 there) and 3 (slope 3/2 there). */
    HARD_SWISH {
        @Override
        public double value(double x) {
            return x <= -3 ? 0 : x >= 3 ? x : x * ((x + 3) / 6);
        }

        @Override
        public double slope(double x) {
            return x <= -3 ? 0 : x > 3 ? 1 : (2 * x + 3) / 6;
        }

        @Override
        public boolean kink(double x) {
            return Math.abs(x) == 3;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            // With m = x cut to [-3, 3], ((m + 3/2)² - 9/4)/6 + max(x - 3, 0): x stands once on each piece.
            N three = numbers.of(3);
            N cut = numbers.max(numbers.min(x, three), numbers.negate(three));
            N square = numbers.square(numbers.add(cut, numbers.of(new BigFraction(3, 2))));
            N middle = numbers.divide(numbers.subtract(square, numbers.of(new BigFraction(9, 4))), numbers.of(6));
            return numbers.add(middle, Sides.positivePart(numbers, numbers.subtract(x, three)));
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            if (Sides.of(numbers, x, numbers.of(-3)) < 0) {
                return numbers.zero();
            }
            if (Sides.of(numbers, x, numbers.of(3)) > 0) {
                return numbers.one();
            }
            N twice = numbers.multiply(numbers.of(2), x);
            return numbers.divide(numbers.add(twice, numbers.of(3)), numbers.of(6));
        }
    },
    /**
     * scale x above 0, scale alpha (e^x - 1) below, with the constants of klambauer2017 to 30 decimals; kink at 0, slope
     * scale alpha there.
     */
    SELU {
        @Override
        public double value(double x) {
            return x > 0 ? SCALE * x : SCALE * (ALPHA * StrictMath.expm1(x));
        }

        @Override
        public double slope(double x) {
            return x > 0 ? SCALE : SCALE * (ALPHA * StrictMath.exp(x));
        }

        @Override
        public boolean kink(double x) {
            return x == 0;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            N elu = RectifiedPairs.ELU.value(numbers, x, numbers.of(EXACT_ALPHA));
            return numbers.multiply(numbers.of(EXACT_SCALE), elu);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            N elu = RectifiedPairs.ELU.slopeLeft(numbers, x, numbers.of(EXACT_ALPHA));
            return numbers.multiply(numbers.of(EXACT_SCALE), elu);
        }
    };

    private static final BigFraction EXACT_SCALE = decimal("1050700987355480493419334985295");
    private static final BigFraction EXACT_ALPHA = decimal("1673263242354377284817042991672");
    private static final double SCALE = EXACT_SCALE.doubleValue();
    private static final double ALPHA = EXACT_ALPHA.doubleValue();

    private static BigFraction decimal(String digits) {
        return new BigFraction(new java.math.BigInteger(digits), java.math.BigInteger.TEN.pow(30));
    }
}
