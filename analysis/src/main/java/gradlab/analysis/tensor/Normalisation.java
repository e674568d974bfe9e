package gradlab.analysis.tensor;

import gradlab.analysis.arithmetic.ShapeException;

/**
 * xhat = (x - mean) r with r = 1/sqrt(variance + epsilon) over groups of n entries. Its Jacobian, in each group, is the
 * symmetric r (I - 11'/n - xhat xhat'/n); its derivative by epsilon -xhat r²/2. The mean is taken relative to the first
 * entry (exact at constants), and huge groups are scaled by a power of two so that no square overflows.
 */
final class Normalisation implements Derivative {
    private static final double LARGE = 0x1p+400;

    private final Reduction groups;
    private final double[] normalised;
    private final double[] factors;

    private Normalisation(Reduction groups, double[] normalised, double[] factors) {
        this.groups = groups;
        this.normalised = normalised;
        this.factors = factors;
    }

    static Normalisation of(double[] x, Reduction groups, double epsilon) {
        if (groups.size() == 0 && groups.count() > 0) {
            throw new ShapeException("normalisation of no entries", "at least one entry along the axes");
        }
        double[] scales = scales(x, groups);
        double[] centred = centred(x, groups, scales);
        double[] factors = groups.dots(centred, centred);
        for (int g = 0; g < factors.length; g++) {
            double variance = factors[g] / groups.size();
            // A variance of 0: every centred entry is 0 or so small that its square is.
            factors[g] = variance == 0
                    ? 1 / Math.sqrt(epsilon)
                    : 1 / Math.sqrt(variance + epsilon * scales[g] * scales[g]) * scales[g];
        }
        for (int e = 0; e < centred.length; e++) {
            int g = groups.group(e);
            centred[e] = centred[e] / scales[g] * factors[g];
        }
        return new Normalisation(groups, centred, factors);
    }

    private static double[] centred(double[] x, Reduction groups, double[] scales) {
        double[] first = new double[groups.count()];
        for (int e = x.length - 1; e >= 0; e--) {
            first[groups.group(e)] = x[e] * scales[groups.group(e)];
        }
        double[] centred = new double[x.length];
        for (int e = 0; e < x.length; e++) {
            centred[e] = x[e] * scales[groups.group(e)] - first[groups.group(e)];
        }
        double[] shifts = groups.sums(centred);
        for (int e = 0; e < x.length; e++) {
            centred[e] -= shifts[groups.group(e)] / groups.size();
        }
        return centred;
    }

    /** Powers of two that bring huge groups near 1; 1 for all others. */
    private static double[] scales(double[] x, Reduction groups) {
        double[] scales = new double[groups.count()];
        for (int e = 0; e < x.length; e++) {
            scales[groups.group(e)] = Math.max(scales[groups.group(e)], Math.abs(x[e]));
        }
        for (int g = 0; g < scales.length; g++) {
            scales[g] = scales[g] > LARGE && scales[g] < Double.POSITIVE_INFINITY
                    ? Math.scalb(1.0, -Math.getExponent(scales[g]) - 2)
                    : 1;
        }
        return scales;
    }

    /** xhat; the array is that of this object. */
    double[] values() {
        return normalised;
    }

    @Override
    public void push(int operand, double[] tangent, double[] into) {
        if (operand == 1) {
            for (int e = 0; e < into.length; e++) {
                into[e] += byEpsilon(e) * tangent[0];
            }
            return;
        }
        double[] centred = tangent.clone();
        double[] sums = groups.sums(tangent);
        for (int e = 0; e < centred.length; e++) {
            centred[e] -= sums[groups.group(e)] / groups.size();
        }
        double[] along = groups.dots(normalised, centred);
        for (int e = 0; e < into.length; e++) {
            int g = groups.group(e);
            into[e] += factors[g] * (centred[e] - normalised[e] * (along[g] / groups.size()));
        }
    }

    @Override
    public void pull(int operand, double[] cotangent, double[] into) {
        if (operand == 0) {
            push(0, cotangent, into);
            return;
        }
        for (int e = 0; e < cotangent.length; e++) {
            into[0] += byEpsilon(e) * cotangent[e];
        }
    }

    private double byEpsilon(int e) {
        double factor = factors[groups.group(e)];
        return -normalised[e] * factor * factor / 2;
    }
}
