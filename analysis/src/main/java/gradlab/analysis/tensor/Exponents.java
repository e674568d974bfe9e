package gradlab.analysis.tensor;

/**
 * Softmax and its logarithm over groups of entries, each shifted by its largest entry so that nothing overflows. A row
 * with NaN or +infinity is NaN; an entry of -infinity has probability 0.
 */
final class Exponents {
    private Exponents() {}

    static double[] softmax(double[] a, Reduction groups) {
        double[] largest = groups.largest(a);
        double[] p = new double[a.length];
        for (int e = 0; e < p.length; e++) {
            p[e] = StrictMath.exp(a[e] - largest[groups.group(e)]);
        }
        double[] sums = groups.sums(p);
        for (int e = 0; e < p.length; e++) {
            p[e] /= sums[groups.group(e)];
        }
        return p;
    }

    static double[] logSoftmax(double[] a, Reduction groups) {
        double[] largest = groups.largest(a);
        double[] sums = new double[groups.count()];
        for (int e = 0; e < a.length; e++) {
            sums[groups.group(e)] += StrictMath.exp(a[e] - largest[groups.group(e)]);
        }
        for (int g = 0; g < sums.length; g++) {
            sums[g] = StrictMath.log(sums[g]);
        }
        double[] y = new double[a.length];
        for (int e = 0; e < y.length; e++) {
            y[e] = (a[e] - largest[groups.group(e)]) - sums[groups.group(e)];
        }
        return y;
    }

    /** The Jacobian of softmax, diag(p) - p p', in each group; symmetric. */
    record OfSoftmax(Probabilities at) implements Derivative {
        @Override
        public void push(int operand, double[] tangent, double[] into) {
            double[] means = at.groups.dots(at.p, tangent);
            for (int e = 0; e < into.length; e++) {
                into[e] += at.p[e] * (tangent[e] - means[at.groups.group(e)]);
            }
        }

        @Override
        public void pull(int operand, double[] cotangent, double[] into) {
            push(operand, cotangent, into);
        }
    }

    /** The Jacobian of its logarithm, I - 1 p', in each group. */
    record OfLogSoftmax(Probabilities at) implements Derivative {
        @Override
        public void push(int operand, double[] tangent, double[] into) {
            double[] means = at.groups.dots(at.p, tangent);
            for (int e = 0; e < into.length; e++) {
                into[e] += tangent[e] - means[at.groups.group(e)];
            }
        }

        @Override
        public void pull(int operand, double[] cotangent, double[] into) {
            double[] sums = at.groups.sums(cotangent);
            for (int e = 0; e < into.length; e++) {
                into[e] += cotangent[e] - at.p[e] * sums[at.groups.group(e)];
            }
        }
    }

    /** Probabilities in groups. */
    static final class Probabilities {
        private final double[] p;
        private final Reduction groups;

        Probabilities(double[] p, Reduction groups) {
            this.p = p;
            this.groups = groups;
        }
    }
}
