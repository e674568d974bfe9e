package gradlab.analysis.tensor;

/** Goes through the entries of a shape in their order, by steps of its own along each axis. */
final class Odometer {
    private Odometer() {}

    /** For each entry, at (i_0, i_1, ...), the sum of i_d strides[d]. */
    static int[] places(Shape shape, int[] strides) {
        int[] lengths = shape.lengths().stream().mapToInt(Integer::intValue).toArray();
        int[] places = new int[shape.size()];
        int[] at = new int[lengths.length];
        for (int e = 0, place = 0; e < places.length; e++) {
            places[e] = place;
            for (int axis = lengths.length - 1; axis >= 0; axis--) {
                place += strides[axis];
                if (++at[axis] < lengths[axis]) {
                    break;
                }
                place -= at[axis] * strides[axis];
                at[axis] = 0;
            }
        }
        return places;
    }
}
