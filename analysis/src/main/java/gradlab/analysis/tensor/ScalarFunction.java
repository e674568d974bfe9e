package gradlab.analysis.tensor;

/**
 * A function of one number and its slope in binary64. Both use {@link StrictMath} alone, return NaN exactly for NaN (or where
 * there is no value), and follow a convention at kinks.
 */
public interface ScalarFunction {
    /** f(x). */
    double value(double x);

    /** f'(x), or the convention at a kink. */
    double slope(double x);

    /** Whether {@link #curvature} is known. */
    default boolean hasCurvature() {
        return false;
    }

    /** f''(x), or the convention at a kink: that of a piece. */
    default double curvature(double x) {
        throw new IllegalStateException("no second derivative is written down for this function");
    }

    /** Whether f has no derivative at x although it has a value. */
    default boolean kink(double x) {
        return false;
    }
}
