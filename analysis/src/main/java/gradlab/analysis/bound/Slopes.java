package gradlab.analysis.bound;

/**
 * Between which numbers every difference quotient of an activation function lies.
 *
 * @param least at least this, finite
 * @param most at most this, finite, not below {@code least}
 */
public record Slopes(double least, double most) {
    /** relu, tanh, and every other function that neither falls nor is steeper than 1. */
    public static final Slopes UNIT = new Slopes(0, 1);

    /** The identity. */
    public static final Slopes IDENTITY = new Slopes(1, 1);

    /** sigmoid. */
    public static final Slopes SIGMOID = new Slopes(0, 0.25);

    /** Checks the ends. */
    public Slopes {
        if (!(least <= most && Double.isFinite(least) && Double.isFinite(most))) {
            throw new IllegalArgumentException("slopes must be finite and ordered, were " + least + " and " + most);
        }
    }

    /** The largest modulus of a slope. */
    public double steepest() {
        return Math.max(Math.abs(least), Math.abs(most));
    }
}
