package gradlab.dynamics.signal;

import gradlab.analysis.operator.Vector;
import java.util.Arrays;

/**
 * The density of the squared singular values of the Jacobian of L layers of infinite width, by free probability
 * ({@link JacobianTransform}; pennington2017, pennington2018).
 *
 * <p>The solution is followed from far outside the spectrum, where {@code m = E lambda/z}, through {@code z = e^(t + i theta)} at
 * theta = 1/2 down to each t, and there to theta = 0, by Newton's method with halved steps where it fails; then
 * {@code |Im m|/pi} is the density per unit of t = ln lambda. Places lie as the cosines of equal angles, dense at both ends.
 * Accuracy: {@code missing}, the mass that was not found, 1e-3 and less in the cases tested. Cost: 1e4 to 1e5 values of M.
 *
 * @param logarithms t = ln lambda, ascending
 * @param densities per unit of t
 * @param shares the share of lambda at or below each t, zeros included
 * @param zeros the share of lambda that is 0
 * @param largest the end of the spectrum
 * @param mean E lambda = (sigma_w² E d²)^L
 * @param secondMoment E lambda²
 * @param missing 1 less all mass found
 * @param outcome whether this is the density
 */
public record SingularValueDensity(
        Vector logarithms,
        Vector densities,
        Vector shares,
        double zeros,
        double largest,
        double mean,
        double secondMoment,
        double missing,
        Outcome outcome) {
    private static final double ONE_VALUE_WIDTH = 1e-9;
    private static final int MOST_LAYERS = 10_000;

    /** Whether the density was found. */
    public enum Outcome {
        /** Nearly all mass was found. */
        CONVERGED("none needed"),
        /** All singular values are equal: orthogonal weights and one slope. */
        ONE_VALUE("none needed"),
        /** More than 1 % of the mass was not found. */
        INCOMPLETE("lower the number of layers");

        private final String advice;

        Outcome(String advice) {
            this.advice = advice;
        }

        /** What to do about it. */
        public String advice() {
            return advice;
        }
    }

    /**
     * The density for layers whose pre-activations have variance q.
     *
     * @param q the variance, as q* of mean-field theory; for piecewise linear functions any
     */
    public static SingularValueDensity of(Nonlinearity phi, double weight, double q, WeightLaw law, int layers) {
        if (layers < 1 || layers > MOST_LAYERS) {
            throw new IllegalArgumentException("layers must be between 1 and " + MOST_LAYERS + ", was " + layers);
        }
        if (!(weight > 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weight must be positive and finite, was " + weight);
        }
        double[][] slopes = GaussianMeans.of(phi).slopeSquares(q, 2);
        JacobianTransform transform = new JacobianTransform(slopes, weight, law == WeightLaw.GAUSSIAN, layers);
        double mean = StrictMath.pow(weight * transform.moment(1), layers);
        double spread = transform.moment(2) / transform.moment(1) / transform.moment(1) - 1;
        double second = mean * mean * (1 + layers * (spread + (transform.gaussian() ? 1 : 0)));
        if (transform.isConstant() && !transform.gaussian()) {
            return new SingularValueDensity(
                    Vector.of(new double[] {StrictMath.log(mean)}),
                    Vector.of(new double[] {Double.POSITIVE_INFINITY}),
                    Vector.of(new double[] {1}),
                    0,
                    mean,
                    mean,
                    mean * mean,
                    0,
                    Outcome.ONE_VALUE);
        }
        return new SpectrumTracing(transform, StrictMath.log(mean)).run(mean, second);
    }

    /** The share of squared singular values at or below e^t. */
    public double share(double t) {
        if (outcome == Outcome.ONE_VALUE) {
            return t < logarithms.get(0) - ONE_VALUE_WIDTH ? 0 : 1;
        }
        int last = logarithms.size() - 1;
        if (t < logarithms.get(0)) {
            return t == Double.NEGATIVE_INFINITY ? zeros : shares.get(0);
        }
        if (t >= logarithms.get(last)) {
            return 1;
        }
        int i = 0;
        while (logarithms.get(i + 1) <= t) {
            i++;
        }
        double part = (t - logarithms.get(i)) / (logarithms.get(i + 1) - logarithms.get(i));
        return shares.get(i) + part * (shares.get(i + 1) - shares.get(i));
    }

    /**
     * The largest distance of the share of a sample at or below a value from that of this law (Kolmogorov and Smirnov); 1.36 over
     * the root of the size is exceeded by 5 % of independent samples. Eigenvalues repel each other, so they come closer. Where all
     * are equal in theory, the share of those that are not.
     *
     * @param sample logarithms of squared singular values, minus infinity for zeros, in any order
     */
    public double distance(double[] sample) {
        if (outcome == Outcome.ONE_VALUE) {
            return (double) Arrays.stream(sample)
                            .filter(t -> !(Math.abs(t - logarithms.get(0)) <= ONE_VALUE_WIDTH))
                            .count()
                    / sample.length;
        }
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        double largestDistance = 0;
        int i = 0;
        while (i < sorted.length) {
            int next = i;
            while (next < sorted.length && sorted[next] == sorted[i]) {
                next++;
            }
            double theory = share(sorted[i]);
            double below = sorted[i] == Double.NEGATIVE_INFINITY ? theory : (double) i / sorted.length;
            largestDistance = Math.max(largestDistance, Math.abs((double) next / sorted.length - theory));
            largestDistance = Math.max(largestDistance, Math.abs(below - theory));
            i = next;
        }
        return largestDistance;
    }
}
