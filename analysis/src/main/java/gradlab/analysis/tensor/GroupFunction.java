package gradlab.analysis.tensor;

import java.util.List;

/**
 * A function of each group of entries of a tensor that leads to as many.
 *
 * @param <N> the numbers
 */
interface GroupFunction<N> {
    /** The values at those of a group. */
    List<N> values(List<N> x);

    /** How the values change. */
    Derivative<N> derivative(List<N> x, List<N> values);

    /** How the values of a group change along a direction. */
    interface Derivative<N> {
        List<N> along(List<N> direction);
    }
}
