package gradlab.analysis.tensor;

/**
 * Which entries of a tensor a reduction over some axes takes together: those that agree along all other axes. Groups are
 * in the order of the entries of the reduced tensor, members in that of the tensor.
 */
final class Groups {
    private final Shape reduced;
    private final int[][] members;

    private Groups(Shape reduced, int[][] members) {
        this.reduced = reduced;
        this.members = members;
    }

    static Groups of(Shape shape, int... axes) {
        Shape reduced = shape.reduced(axes);
        int[] into = new Broadcast(reduced, shape).sources();
        int[] counts = new int[reduced.size()];
        for (int group : into) {
            counts[group]++;
        }
        int[][] members = new int[counts.length][];
        for (int g = 0; g < members.length; g++) {
            members[g] = new int[counts[g]];
        }
        for (int e = into.length - 1; e >= 0; e--) {
            members[into[e]][--counts[into[e]]] = e;
        }
        return new Groups(reduced, members);
    }

    /** The shape of the reduced tensor. */
    Shape reduced() {
        return reduced;
    }

    int count() {
        return members.length;
    }

    /** The entries of group g. */
    int[] members(int g) {
        return members[g];
    }
}
