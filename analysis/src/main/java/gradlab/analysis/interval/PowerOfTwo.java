package gradlab.analysis.interval;

/** Scalings by powers of two, beyond the range of a single double; exact up to overflow and underflow. */
final class PowerOfTwo {
    private PowerOfTwo() {}

    /** The power k for which the largest magnitude in a finite matrix times 2^-k is in [1, 2); 0 for a zero matrix. */
    static int of(IntervalMatrix matrix) {
        double largest = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                largest = Math.max(largest, matrix.get(i, j).magnitude());
            }
        }
        return largest == 0 ? 0 : Rounding.exponent(largest);
    }

    /** x 2^power for |power| <= 2046. */
    static Interval scale(Interval x, int power) {
        int half = power / 2;
        return x.multiply(Interval.of(Math.scalb(1.0, half))).multiply(Interval.of(Math.scalb(1.0, power - half)));
    }

    /** Every entry times 2^power for |power| <= 2046. */
    static IntervalMatrix scale(IntervalMatrix matrix, int power) {
        return power == 0
                ? matrix
                : IntervalMatrix.of(matrix.rows(), matrix.columns(), (i, j) -> scale(matrix.get(i, j), power));
    }
}
