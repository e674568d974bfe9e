package gradlab.analysis.tensor;

/**
 * A tensor stretched to a larger shape, aligned at the last axis.
 *
 * @param source the shape of the tensor, each length that of the target or 1
 * @param target what it is stretched to
 */
public record Broadcast(Shape source, Shape target) {

    /** For each entry of the target the entry of the source that stands there. */
    public int[] sources() {
        int[] own = source.strides();
        int[] strides = new int[target.rank()];
        int missing = strides.length - own.length;
        for (int axis = missing; axis < strides.length; axis++) {
            strides[axis] = source.length(axis - missing) == 1 ? 0 : own[axis - missing];
        }
        return Odometer.places(target, strides);
    }
}
