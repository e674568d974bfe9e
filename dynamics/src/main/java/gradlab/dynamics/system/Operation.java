package gradlab.dynamics.system;

import gradlab.analysis.expression.BinaryOperator;

/**
 * Operations of two numbers in binary64. What has no value in the expression language is NaN here, a comparison of what is not
 * finite too, and truth values look left first and stop where the left settles them.
 */
enum Operation {
    ADD(BinaryOperator.ADD) {
        @Override
        double of(double a, double b) {
            return a + b;
        }
    },
    SUBTRACT(BinaryOperator.SUBTRACT) {
        @Override
        double of(double a, double b) {
            return a - b;
        }
    },
    MULTIPLY(BinaryOperator.MULTIPLY) {
        @Override
        double of(double a, double b) {
            return a * b;
        }
    },
    DIVIDE(BinaryOperator.DIVIDE) {
        @Override
        double of(double a, double b) {
            return b == 0 ? Double.NaN : a / b;
        }
    },
    POWER(BinaryOperator.POWER) {
        @Override
        double of(double a, double b) {
            if (b == 2) {
                return a * a;
            }
            if (b == 3) {
                return a * a * a;
            }
            return a == 0 && b <= 0 ? Double.NaN : StrictMath.pow(a, b);
        }
    },
    LESS(BinaryOperator.LESS) {
        @Override
        double of(double a, double b) {
            return finite(a, b) ? truth(a < b) : Double.NaN;
        }
    },
    LESS_OR_EQUAL(BinaryOperator.LESS_OR_EQUAL) {
        @Override
        double of(double a, double b) {
            return finite(a, b) ? truth(a <= b) : Double.NaN;
        }
    },
    EQUAL(BinaryOperator.EQUAL) {
        @Override
        double of(double a, double b) {
            return finite(a, b) ? truth(a == b) : Double.NaN;
        }
    },
    NOT_EQUAL(BinaryOperator.NOT_EQUAL) {
        @Override
        double of(double a, double b) {
            return finite(a, b) ? truth(a != b) : Double.NaN;
        }
    },
    AND(BinaryOperator.AND) {
        @Override
        double of(double a, double b) {
            return a == 0 ? 0 : Double.isNaN(a) ? a : b;
        }
    },
    OR(BinaryOperator.OR) {
        @Override
        double of(double a, double b) {
            return a == 1 ? 1 : Double.isNaN(a) ? a : b;
        }
    };

    private final BinaryOperator operator;

    Operation(BinaryOperator operator) {
        this.operator = operator;
    }

    abstract double of(double a, double b);

    /** How it is written. */
    BinaryOperator operator() {
        return operator;
    }

    /** Whether it gives a number, not a truth value. */
    boolean isArithmetic() {
        return !operator.isComparison() && !operator.isLogical();
    }

    private static boolean finite(double a, double b) {
        return Double.isFinite(a) && Double.isFinite(b);
    }

    private static double truth(boolean holds) {
        return holds ? 1 : 0;
    }
}
