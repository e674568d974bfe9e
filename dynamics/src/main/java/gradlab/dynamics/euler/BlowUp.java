package gradlab.dynamics.euler;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.spectrum.Euclidean;
import gradlab.analysis.spectrum.MatrixExponential;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A stable linear equation x' = Ax and Forward Euler of it, just below and just above the largest stable step h*: the exact
 * solution and the one decay, the other grows without bound.
 *
 * @param stableStep 0.9 h*
 * @param unstableStep 1.1 h*
 * @param stable ‖x_k‖ with the stable step, entry k after k steps
 * @param unstable with the unstable one
 * @param exact of the exact solution, at the times of the unstable one's steps
 */
public record BlowUp(double stableStep, double unstableStep, Vector stable, Vector unstable, Vector exact) {
    private static final double BELOW = 0.9;
    private static final double ABOVE = 1.1;
    private static final double LARGEST = 1e12;

    /**
     * The orbits from a random unit vector; empty where the exact solution cannot be had (t A above 2^59).
     *
     * @param a all its eigenvalues have a negative real part
     * @param largestStep h*, positive and finite
     * @param steps how many at most; they end where the growing orbit passes 1e12
     */
    public static Optional<BlowUp> of(DenseMatrix a, double largestStep, int steps, long seed, DenseBackend backend) {
        if (!(largestStep > 0 && largestStep < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("largestStep must be positive and finite, was " + largestStep);
        }
        double[] start = RandomStream.of(seed, "blow-up").gaussians(a.rows());
        double norm = Euclidean.norm(start);
        for (int i = 0; i < start.length; i++) {
            start[i] /= norm;
        }
        double high = ABOVE * largestStep;
        double low = BELOW * largestStep;
        Vector unstable = orbit(a, start, high, steps);
        int length = unstable.size() - 1;
        return MatrixExponential.of(a, high, backend)
                .map(exact ->
                        new BlowUp(low, high, orbit(a, start, low, length), unstable, powers(exact, start, length)));
    }

    private static Vector orbit(DenseMatrix a, double[] start, double h, int steps) {
        List<Double> norms = new ArrayList<>(List.of(1.0));
        double[] x = start;
        for (int k = 0; k < steps && norms.get(k) <= LARGEST; k++) {
            x = Scheme.FORWARD_EULER.advance(a::apply, x, h);
            norms.add(Euclidean.norm(x));
        }
        return Vector.of(norms.stream().mapToDouble(d -> d).toArray());
    }

    private static Vector powers(DenseMatrix step, double[] start, int steps) {
        double[] norms = new double[steps + 1];
        double[] x = start;
        norms[0] = 1;
        for (int k = 1; k <= steps; k++) {
            x = step.apply(x);
            norms[k] = Euclidean.norm(x);
        }
        return Vector.of(norms);
    }
}
