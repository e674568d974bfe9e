package gradlab.analysis.layer;

/** The activation functions without parameters. */
enum Activation implements ScalarFunction {
    /** max(x, 0), slope 0 at the kink 0. */
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
        public boolean kink(double x) {
            return x == 0;
        }
    },
    /** tanh x, slope 1/cosh(x)^2 (1 - tanh(x)^2 would round to 0 from 19 on). */
    TANH {
        @Override
        public double value(double x) {
            return StrictMath.tanh(x);
        }

        @Override
        public double slope(double x) {
            double cosh = StrictMath.cosh(x);
            return 1 / cosh / cosh;
        }
    },
    /** 1/(1 + exp(-x)), slope e/(1 + e)^2 with e = exp(-|x|). */
    SIGMOID {
        @Override
        public double value(double x) {
            double e = StrictMath.exp(-Math.abs(x));
            return x >= 0 ? 1 / (1 + e) : e / (1 + e);
        }

        @Override
        public double slope(double x) {
            double e = StrictMath.exp(-Math.abs(x));
            return e / ((1 + e) * (1 + e));
        }
    };

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
