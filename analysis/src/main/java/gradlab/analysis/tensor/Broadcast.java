package gradlab.analysis.tensor;

/**
 * A tensor stretched to a larger shape, aligned at the last axis.
 *
 * @param source the shape of the tensor, each length that of the target or 1
 * @param target what it is stretched to
 */
record Broadcast(Shape source, Shape target) {

    /** For each entry of the target the entry of the source that stands there. */
    int[] sources() {
        int[] lengths = target.lengths().stream().mapToInt(Integer::intValue).toArray();
        int[] own = source.strides();
        int[] strides = new int[lengths.length];
        int missing = lengths.length - own.length;
        for (int axis = missing; axis < lengths.length; axis++) {
            strides[axis] = source.length(axis - missing) == 1 ? 0 : own[axis - missing];
        }
        int[] sources = new int[target.size()];
        int[] at = new int[lengths.length];
        for (int e = 0, place = 0; e < sources.length; e++) {
            sources[e] = place;
            for (int axis = lengths.length - 1; axis >= 0; axis--) {
                place += strides[axis];
                if (++at[axis] < lengths[axis]) {
                    break;
                }
                place -= at[axis] * strides[axis];
                at[axis] = 0;
            }
        }
        return sources;
    }
}
