package gradlab.dynamics.signal;

/**
 * A fixed point of a map of one number.
 *
 * @param place where it is
 * @param slope the slope of the map there
 * @param stability what happens beside it
 */
public record FixedPoint(Estimate place, double slope, Stability stability) {
    private static final double NEUTRAL = 1e-9;

    /** What happens beside a fixed point. */
    public enum Stability {
        /** What starts near it comes to it. */
        STABLE,
        /** What starts near it goes away. */
        UNSTABLE,
        /** The slope is 1 in absolute value to working accuracy: it attracts or repels more slowly than any power. */
        NEUTRAL
    }

    static FixedPoint of(Estimate place, double slope) {
        double size = Math.abs(slope);
        Stability stability =
                Math.abs(size - 1) < NEUTRAL ? Stability.NEUTRAL : size < 1 ? Stability.STABLE : Stability.UNSTABLE;
        return new FixedPoint(place, slope, stability);
    }
}
