package gradlab.analysis.layer;

/** A function of one real number and its derivative, applied entry by entry by a {@link Pointwise} layer. */
public interface ScalarFunction {
    /** The value at x; NaN exactly if x is. */
    double value(double x);

    /** The derivative at x, or the convention at a kink. */
    double slope(double x);

    /** Whether the function has no derivative at x. */
    default boolean kink(double x) {
        return false;
    }
}
