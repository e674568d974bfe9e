package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Transcendental;

/** Hyperbolic functions and their inverses. */
public enum Hyperbolic implements UnaryFunction {
    /** (e^x - e^-x)/2. */
    SINH {
        @Override
        public double value(double x) {
            return StrictMath.sinh(x);
        }

        @Override
        public double slope(double x) {
            return StrictMath.cosh(x);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.multiply(Sides.half(numbers), numbers.subtract(exp(numbers, x), expMinus(numbers, x)));
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return COSH.value(numbers, x);
        }
    },
    /** (e^x + e^-x)/2. */
    COSH {
        @Override
        public double value(double x) {
            return StrictMath.cosh(x);
        }

        @Override
        public double slope(double x) {
            return StrictMath.sinh(x);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.multiply(Sides.half(numbers), numbers.add(exp(numbers, x), expMinus(numbers, x)));
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return SINH.value(numbers, x);
        }
    },
    /** Hyperbolic tangent; slope 1/cosh². */
    TANH {
        @Override
        public double value(double x) {
            return StrictMath.tanh(x);
        }

        @Override
        public double slope(double x) {
            return Logistic.sechSquared(x);
        }

        @Override
        public boolean hasCurvature() {
            return true;
        }

        @Override
        public double curvature(double x) {
            return -2 * StrictMath.tanh(x) * Logistic.sechSquared(x);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.TANH, x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.TANH_SLOPE, x);
        }
    },
    /** The number whose sinh is x: sign(x) log1p(|x| + x²/(1 + sqrt(1 + x²))). */
    ASINH {
        @Override
        public double value(double x) {
            double a = Math.abs(x);
            double value =
                    a > 0x1p+500 ? StrictMath.log(a) + LN2 : StrictMath.log1p(a + a * a / (1 + Math.sqrt(1 + a * a)));
            return Math.copySign(value, x);
        }

        @Override
        public double slope(double x) {
            return 1 / StrictMath.hypot(1, x);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            N root = numbers.sqrt(numbers.add(numbers.square(x), numbers.one()));
            return numbers.apply(Transcendental.LOG, numbers.add(x, root));
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.divide(numbers.one(), numbers.sqrt(numbers.add(numbers.square(x), numbers.one())));
        }
    },
    /** The number from 0 on whose cosh is x >= 1: log1p(t + sqrt(2t + t²)) with t = x - 1; no slope at 1. */
    ACOSH {
        @Override
        public double value(double x) {
            double t = x - 1;
            return t > 0x1p+500 ? StrictMath.log(x) + LN2 : StrictMath.log1p(t + Math.sqrt(t * (2 + t)));
        }

        @Override
        public double slope(double x) {
            return 1 / (Math.sqrt(x - 1) * Math.sqrt(x + 1));
        }

        @Override
        public boolean kink(double x) {
            return x == 1;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            N root = numbers.sqrt(numbers.subtract(numbers.square(x), numbers.one()));
            return numbers.apply(Transcendental.LOG, numbers.add(x, root));
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.divide(numbers.one(), numbers.sqrt(numbers.subtract(numbers.square(x), numbers.one())));
        }
    },
    /** The number whose tanh is x, of -1 < x < 1: log1p(2|x|/(1 - |x|))/2 with the sign of x. */
    ATANH {
        @Override
        public double value(double x) {
            double a = Math.abs(x);
            return Math.copySign(StrictMath.log1p(2 * a / (1 - a)) / 2, x);
        }

        @Override
        public double slope(double x) {
            return 1 / ((1 - x) * (1 + x));
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            N ratio = numbers.divide(numbers.add(numbers.one(), x), numbers.subtract(numbers.one(), x));
            return numbers.multiply(Sides.half(numbers), numbers.apply(Transcendental.LOG, ratio));
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.divide(numbers.one(), numbers.subtract(numbers.one(), numbers.square(x)));
        }
    };

    private static final double LN2 = StrictMath.log(2);

    private static <N> N exp(Arithmetic<N> numbers, N x) {
        return numbers.apply(Transcendental.EXP, x);
    }

    private static <N> N expMinus(Arithmetic<N> numbers, N x) {
        return numbers.apply(Transcendental.EXP, numbers.negate(x));
    }
}
