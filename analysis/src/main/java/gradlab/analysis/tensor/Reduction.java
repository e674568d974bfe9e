package gradlab.analysis.tensor;

/** Which entries of a tensor a reduction over some axes puts together: entry e goes to entry {@code group(e)} of the rest. */
final class Reduction {
    private final Shape reduced;
    private final int[] group;

    private Reduction(Shape reduced, int[] group) {
        this.reduced = reduced;
        this.group = group;
    }

    static Reduction of(Shape shape, int... axes) {
        Shape reduced = shape.reduced(axes);
        Selection stretch = Rearranging.stretch(reduced, shape);
        int[] group = new int[stretch.size()];
        for (int e = 0; e < group.length; e++) {
            group[e] = stretch.index(e);
        }
        return new Reduction(reduced, group);
    }

    /** The shape after the reduction. */
    Shape reduced() {
        return reduced;
    }

    /** The number of groups. */
    int count() {
        return reduced.size();
    }

    /** The number of entries in each group. */
    int size() {
        return count() == 0 ? 0 : group.length / count();
    }

    int group(int e) {
        return group[e];
    }

    /** The sum of each group, in ascending order of entries. */
    double[] sums(double[] a) {
        double[] sums = new double[count()];
        for (int e = 0; e < a.length; e++) {
            sums[group[e]] += a[e];
        }
        return sums;
    }

    /** The sum over each group of the products of entries. */
    double[] dots(double[] a, double[] b) {
        double[] sums = new double[count()];
        for (int e = 0; e < a.length; e++) {
            sums[group[e]] += a[e] * b[e];
        }
        return sums;
    }

    /** The largest of each group, -infinity for an empty one, NaN if there is one in it. */
    double[] largest(double[] a) {
        double[] largest = new double[count()];
        java.util.Arrays.fill(largest, Double.NEGATIVE_INFINITY);
        for (int e = 0; e < a.length; e++) {
            largest[group[e]] = Math.max(largest[group[e]], a[e]);
        }
        return largest;
    }

    /** The derivative of the sum. */
    record Summing(Reduction groups) implements Derivative {
        @Override
        public void push(int operand, double[] tangent, double[] into) {
            for (int e = 0; e < tangent.length; e++) {
                into[groups.group(e)] += tangent[e];
            }
        }

        @Override
        public void pull(int operand, double[] cotangent, double[] into) {
            for (int e = 0; e < into.length; e++) {
                into[e] += cotangent[groups.group(e)];
            }
        }
    }
}
