package gradlab.analysis.interval;

import static gradlab.analysis.interval.Rounding.divideDown;
import static gradlab.analysis.interval.Rounding.divideUp;
import static gradlab.analysis.interval.Rounding.multiplyDown;
import static gradlab.analysis.interval.Rounding.multiplyUp;

/** Products, quotients and integer powers of intervals, by the signs of their ends. */
final class Products {
    private Products() {}

    static Interval multiply(Interval a, Interval b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Interval.EMPTY;
        }
        double low = lowerProduct(a.lower(), a.upper(), b.lower(), b.upper());
        double high = -lowerProduct(-a.upper(), -a.lower(), b.lower(), b.upper());
        return new Interval(low, high);
    }

    /** The lower end of [lowA, highA] * [lowB, highB]; the upper end is minus that of [-highA, -lowA] * [lowB, highB]. */
    static double lowerProduct(double lowA, double highA, double lowB, double highB) {
        if (lowA >= 0) {
            return multiplyDown(lowB >= 0 ? lowA : highA, lowB);
        }
        if (highA <= 0) {
            return multiplyDown(highB >= 0 ? lowA : highA, highB);
        }
        if (lowB >= 0) {
            return multiplyDown(lowA, highB);
        }
        double first = multiplyDown(highA, lowB);
        return highB <= 0 ? first : Math.min(first, multiplyDown(lowA, highB));
    }

    static Interval divide(Interval a, Interval b) {
        if (a.isEmpty() || b.isEmpty() || (b.lower() == 0 && b.upper() == 0)) {
            return Interval.EMPTY;
        }
        if (a.lower() == 0 && a.upper() == 0) {
            return Interval.ZERO;
        }
        if (b.upper() <= 0) {
            return divide(a.negate(), b.negate());
        }
        return b.lower() < 0 ? Interval.ENTIRE : divideByPositive(a, b.lower(), b.upper());
    }

    /** a / [low, high] with 0 <= low, 0 < high; the divisor 0 is left out. */
    private static Interval divideByPositive(Interval a, double low, double high) {
        double lower = a.lower() >= 0 ? divideDown(a.lower(), high) : Double.NEGATIVE_INFINITY;
        double upper = a.upper() <= 0 ? divideUp(a.upper(), high) : Double.POSITIVE_INFINITY;
        if (low > 0 && a.lower() < 0) {
            lower = divideDown(a.lower(), low);
        }
        if (low > 0 && a.upper() > 0) {
            upper = divideUp(a.upper(), low);
        }
        return new Interval(lower, upper);
    }

    static Interval square(Interval a) {
        if (a.isEmpty()) {
            return Interval.EMPTY;
        }
        double low = a.mignitude();
        double high = a.magnitude();
        return new Interval(multiplyDown(low, low), multiplyUp(high, high));
    }

    static Interval pow(Interval a, int exponent) {
        if (a.isEmpty()) {
            return Interval.EMPTY;
        }
        if (exponent < 0) {
            return powMagnitude(a, -(long) exponent).reciprocal();
        }
        return powMagnitude(a, exponent);
    }

    private static Interval powMagnitude(Interval a, long exponent) {
        if (exponent % 2 == 0) {
            return new Interval(powDown(a.mignitude(), exponent), powUp(a.magnitude(), exponent));
        }
        double low = a.lower() >= 0 ? powDown(a.lower(), exponent) : -powUp(-a.lower(), exponent);
        double high = a.upper() >= 0 ? powUp(a.upper(), exponent) : -powDown(-a.upper(), exponent);
        return new Interval(low, high);
    }

    /** A lower bound of x^exponent for x >= 0: rounded-down products of lower bounds. */
    private static double powDown(double x, long exponent) {
        double result = 1;
        double power = x;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = multiplyDown(result, power);
            }
            if (left > 1) {
                power = multiplyDown(power, power);
            }
        }
        return result;
    }

    /** An upper bound of x^exponent for x >= 0: rounded-up products of upper bounds. */
    private static double powUp(double x, long exponent) {
        double result = 1;
        double power = x;
        for (long left = exponent; left > 0; left >>= 1) {
            if ((left & 1) == 1) {
                result = multiplyUp(result, power);
            }
            if (left > 1) {
                power = multiplyUp(power, power);
            }
        }
        return result;
    }
}
