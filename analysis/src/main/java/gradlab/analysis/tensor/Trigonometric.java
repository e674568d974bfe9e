package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Transcendental;

/** Functions of angles in radians, and their inverses. */
public enum Trigonometric implements UnaryFunction {
    /** Sine. */
    SIN {
        @Override
        public double value(double x) {
            return StrictMath.sin(x);
        }

        @Override
        public double slope(double x) {
            return StrictMath.cos(x);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.SIN, x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.COS, x);
        }
    },
    /** Cosine. */
    COS {
        @Override
        public double value(double x) {
            return StrictMath.cos(x);
        }

        @Override
        public double slope(double x) {
            return -StrictMath.sin(x);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.COS, x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.negate(numbers.apply(Transcendental.SIN, x));
        }
    },
    /** Tangent; slope 1/cos². */
    TAN {
        @Override
        public double value(double x) {
            return StrictMath.tan(x);
        }

        @Override
        public double slope(double x) {
            double cos = StrictMath.cos(x);
            return 1 / (cos * cos);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            return numbers.apply(Transcendental.TAN, x);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.add(numbers.one(), numbers.square(numbers.apply(Transcendental.TAN, x)));
        }
    },
    /** The angle from -pi/2 to pi/2 whose sine is x. */
    ASIN {
        @Override
        public double value(double x) {
            return StrictMath.asin(x);
        }

        @Override
        public double slope(double x) {
            return 1 / Math.sqrt((1 - x) * (1 + x));
        }

        @Override
        public boolean kink(double x) {
            return Math.abs(x) == 1;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            throw Sides.notComputed(this);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return oneOverRoot(numbers, x);
        }
    },
    /** The angle from 0 to pi whose cosine is x. */
    ACOS {
        @Override
        public double value(double x) {
            return StrictMath.acos(x);
        }

        @Override
        public double slope(double x) {
            return -ASIN.slope(x);
        }

        @Override
        public boolean kink(double x) {
            return Math.abs(x) == 1;
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            throw Sides.notComputed(this);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.negate(oneOverRoot(numbers, x));
        }
    },
    /** The angle from -pi/2 to pi/2 whose tangent is x. */
    ATAN {
        @Override
        public double value(double x) {
            return StrictMath.atan(x);
        }

        @Override
        public double slope(double x) {
            return 1 / (1 + x * x);
        }

        @Override
        public <N> N value(Arithmetic<N> numbers, N x) {
            throw Sides.notComputed(this);
        }

        @Override
        public <N> N slope(Arithmetic<N> numbers, N x) {
            return numbers.divide(numbers.one(), numbers.add(numbers.one(), numbers.square(x)));
        }
    };

    private static <N> N oneOverRoot(Arithmetic<N> numbers, N x) {
        return numbers.divide(numbers.one(), numbers.sqrt(numbers.subtract(numbers.one(), numbers.square(x))));
    }
}
