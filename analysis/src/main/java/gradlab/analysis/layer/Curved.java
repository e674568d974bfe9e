package gradlab.analysis.layer;

/**
 * A linearisation that knows how its backward pass changes when point and parameters move: what exact products with a Hessian are
 * made of, forward over reverse (pearlmutter1994). With a scalar loss, write dy for its gradient by the values; everything else
 * moves along a direction: the points by dx, the parameters by a part of {@code direction}, dy by ddy.
 */
public interface Curved extends Linearisation {
    /** Whether this one really does: all of its parts must. */
    default boolean isCurved() {
        return true;
    }

    /** How the values move. */
    double[] moved(double[] dx, double[] direction, int offset);

    /**
     * How the gradient by the input moves; how the gradient by the parameters moves is added to {@code change[offset ...]}, laid out
     * as {@link Linearisation#backward} has it.
     */
    double[] backwardMoved(double[] dx, double[] direction, double[] dy, double[] ddy, double[] change, int offset);

    /** Whether a linearisation is curved. */
    static boolean is(Linearisation at) {
        return at instanceof Curved curved && curved.isCurved();
    }
}
