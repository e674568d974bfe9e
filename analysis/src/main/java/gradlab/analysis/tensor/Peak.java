package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.ShapeException;

/** The largest entries of groups: where each is reached first, and whether one is reached twice. */
record Peak(Selection first, boolean tied) {
    static Peak of(Reduction groups, double[] a) {
        if (groups.size() == 0 && groups.count() > 0) {
            throw new ShapeException("the largest of no entries", "at least one entry along the axes");
        }
        int[] first = new int[groups.count()];
        java.util.Arrays.fill(first, Selection.ZERO);
        boolean[] twice = new boolean[first.length];
        for (int e = 0; e < a.length; e++) {
            int g = groups.group(e);
            if (first[g] < 0 || a[e] > a[first[g]] || (Double.isNaN(a[e]) && !Double.isNaN(a[first[g]]))) {
                first[g] = e;
                twice[g] = false;
            } else if (a[e] == a[first[g]]) {
                twice[g] = true;
            }
        }
        boolean tied = false;
        for (boolean t : twice) {
            tied |= t;
        }
        return new Peak(Selection.of(groups.reduced(), first), tied);
    }
}
