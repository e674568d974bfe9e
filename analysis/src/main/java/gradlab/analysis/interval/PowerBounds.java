package gradlab.analysis.interval;

/**
 * Bounds of the spectral radius r from powers: r <= ‖A^k‖^(1/k) from above and r >= (|trace A^k|/n)^(1/k) from below, for k =
 * 1, 2, 4, ... by squaring in interval arithmetic, each power scaled to moderate size.
 */
final class PowerBounds {
    private static final int SQUARINGS = 8;
    private static final int LARGEST_SQUARED = 128;

    private PowerBounds() {}

    /** Bounds for a finite square matrix of moderate size. */
    static Interval radius(IntervalMatrix matrix) {
        int n = matrix.rows();
        int squarings = n <= LARGEST_SQUARED ? SQUARINGS : 0;
        IntervalMatrix power = matrix;
        // The power of the matrix is this one times exp(scale).
        Interval scale = Interval.ZERO;
        double lower = 0;
        double upper = Double.POSITIVE_INFINITY;
        double exponent = 1;
        for (int step = 0; step <= squarings; step++) {
            if (step > 0) {
                int shift = PowerOfTwo.of(power);
                IntervalMatrix moderate = PowerOfTwo.scale(power, -shift);
                power = moderate.multiply(moderate);
                scale = scale.add(Elementary.LN2.multiply(Interval.of(shift))).multiply(Interval.of(2));
                exponent *= 2;
            }
            Interval reciprocal = Interval.of(1 / exponent);
            upper = Math.min(
                    upper,
                    root(Interval.of(EntrywiseBounds.upper(power)), scale, reciprocal)
                            .upper());
            lower = Math.max(
                    lower, root(meanEigenvalue(power), scale, reciprocal).lower());
        }
        return Interval.of(lower, upper);
    }

    /** (x e^scale)^exponent for x >= 0. */
    private static Interval root(Interval x, Interval scale, Interval exponent) {
        return Elementary.pow(x, exponent).multiply(Elementary.exp(scale.multiply(exponent)));
    }

    /** |trace|/n. */
    private static Interval meanEigenvalue(IntervalMatrix matrix) {
        Interval trace = Interval.ZERO;
        for (int i = 0; i < matrix.rows(); i++) {
            trace = trace.add(matrix.get(i, i));
        }
        return trace.abs().divide(Interval.of(matrix.rows()));
    }
}
