package gradlab.analysis.layer;

import java.util.List;

/**
 * A layer at a batch of b points: its values and its derivatives there, without computing the values again. Arrays of a
 * batch hold one row a point. Immutable; arrays handed in are not changed, arrays handed out are new.
 */
public interface Linearisation {
    /** The number of points. */
    int batch();

    /** The length of one point. */
    int inputs();

    /** The length of the value at one point. */
    int outputs();

    /** The values, b by outputs. */
    double[] value();

    /** Each row of dx (b by inputs) times the Jacobian at its point: b by outputs. */
    double[] jvp(double[] dx);

    /** Each row of dy (b by outputs) times the transposed Jacobian at its point: b by inputs. */
    double[] vjp(double[] dy);

    /**
     * {@link #vjp} that also adds the gradient of the sum over the points of dy'f by the parameters, points in ascending
     * order, to {@code gradient[offset ...]}, laid out as in {@link Layer#parameters()}.
     */
    default double[] backward(double[] dy, double[] gradient, int offset) {
        return vjp(dy);
    }

    /** The linearisations of the layer's {@linkplain Layer#parts() parts}, in the same order. */
    default List<Linearisation> parts() {
        return List.of();
    }

    /** False where a derivative is a convention: a point lies exactly on a kink of this layer or of a part. */
    default boolean differentiable() {
        return parts().stream().allMatch(Linearisation::differentiable);
    }
}
