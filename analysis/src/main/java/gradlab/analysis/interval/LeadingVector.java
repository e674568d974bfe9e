package gradlab.analysis.interval;

import java.util.Arrays;

/**
 * An approximate leading eigenpair of a positive semidefinite matrix G, in plain floating point: only a guess that
 * rigorous bounds start from.
 */
final class LeadingVector {
    private static final int POWERS = 40;
    private static final int INVERSE_STEPS = 3;

    private final double[] vector;
    private final double value;
    private final double residual;

    private LeadingVector(double[] vector, double value, double residual) {
        this.vector = vector;
        this.value = value;
        this.residual = residual;
    }

    static LeadingVector byPowers(double[][] gram) {
        double[] v = new double[gram.length];
        for (int i = 0; i < v.length; i++) {
            // The row norms favour the leading vector; the ripple keeps the start from being orthogonal to it.
            v[i] = Math.sqrt(gram[i][i]) * (1 + 0.1 * StrictMath.sin(1.0 + 2.0 * i));
        }
        normalise(v);
        for (int step = 0; step < POWERS; step++) {
            v = apply(gram, v);
            normalise(v);
        }
        return of(gram, v);
    }

    /** By inverse iteration with a Cholesky factor of t I - G, t slightly above the largest eigenvalue. */
    LeadingVector refined(double[][] gram, double[][] factor) {
        double[] v = vector;
        for (int step = 0; step < INVERSE_STEPS; step++) {
            v = CholeskyRows.solve(factor, v);
            normalise(v);
        }
        LeadingVector better = of(gram, v);
        return better.value >= value ? better : this;
    }

    /** How far, relatively, the largest eigenvalue may be above the Rayleigh quotient for all that the residual says. */
    double slack() {
        return value > 0 ? 2 * residual / value : 1;
    }

    private static LeadingVector of(double[][] gram, double[] v) {
        double[] image = apply(gram, v);
        double value = CholeskyRows.dot(v, image, v.length);
        for (int i = 0; i < v.length; i++) {
            image[i] -= value * v[i];
        }
        return new LeadingVector(v, value, Math.sqrt(CholeskyRows.dot(image, image, v.length)));
    }

    private static double[] apply(double[][] gram, double[] v) {
        double[] image = new double[v.length];
        Arrays.setAll(image, i -> CholeskyRows.dot(gram[i], v, v.length));
        return image;
    }

    private static void normalise(double[] v) {
        double largest = 0;
        for (double entry : v) {
            largest = Math.max(largest, Math.abs(entry));
        }
        if (!(largest > 0) || Double.isInfinite(largest)) {
            Arrays.fill(v, 0);
            v[0] = 1;
            return;
        }
        for (int i = 0; i < v.length; i++) {
            v[i] /= largest;
        }
        double length = Math.sqrt(CholeskyRows.dot(v, v, v.length));
        for (int i = 0; i < v.length; i++) {
            v[i] /= length;
        }
    }

    /** Of length 1. */
    double[] vector() {
        return vector;
    }

    /** The Rayleigh quotient v'Gv. */
    double value() {
        return value;
    }

    /** ‖Gv - value v‖. */
    double residual() {
        return residual;
    }
}
