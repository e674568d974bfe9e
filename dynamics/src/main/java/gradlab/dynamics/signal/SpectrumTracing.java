package gradlab.dynamics.signal;

import gradlab.analysis.operator.Vector;
import gradlab.dynamics.signal.SingularValueDensity.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.complex.Complex;

/**
 * Follows the solution of the implicit equation of {@link JacobianTransform} to the real axis, and sums the density up.
 *
 * @param transform the equation
 * @param logMean ln E lambda
 */
record SpectrumTracing(JacobianTransform transform, double logMean) {
    private static final double START = 1e6;
    private static final double ANGLE = 0.5;
    private static final double LAST_ANGLE = 1e-9;
    private static final double ENOUGH = 1e-2;
    private static final double SPARSE = 1e-6;
    private static final double WIDEST = 200;
    private static final int POINTS = 240;

    SingularValueDensity run(double mean, double second) {
        double top = top();
        List<Complex> path = new ArrayList<>();
        List<Double> heights = new ArrayList<>();
        double bottom = descend(top, path, heights);
        double[] places = new double[POINTS + 1];
        double[] densities = new double[POINTS + 1];
        for (int i = 0; i <= POINTS; i++) {
            places[i] = bottom + (top - bottom) * (1 - StrictMath.cos(StrictMath.PI * i / POINTS)) / 2;
            densities[i] = i == POINTS ? 0 : density(places[i], path, heights);
        }
        if (densities[POINTS - 1] > densities[POINTS - 2] && densities[POINTS - 2] > 0) {
            // The density is infinite at the end, as the root of the distance: as much mass lies there as before
            // it.
            densities[POINTS] = 3 * densities[POINTS - 1];
        }
        double zeros = transform.massAtZero();
        double[] below = new double[POINTS + 1];
        for (int i = 1; i <= POINTS; i++) {
            below[i] = below[i - 1] + (places[i] - places[i - 1]) * (densities[i] + densities[i - 1]) / 2;
        }
        double missing = 1 - zeros - below[POINTS];
        double[] shares = new double[POINTS + 1];
        for (int i = 0; i <= POINTS; i++) {
            shares[i] = Math.min(1, zeros + Math.max(0, missing) + below[i]);
        }
        Outcome outcome = Math.abs(missing) < ENOUGH ? Outcome.CONVERGED : Outcome.INCOMPLETE;
        return new SingularValueDensity(
                Vector.of(places),
                Vector.of(densities),
                Vector.of(shares),
                zeros,
                StrictMath.exp(top),
                mean,
                second,
                missing,
                outcome);
    }

    /** ln of the largest lambda: the least ln z over real w above all slopes, where z turns. */
    private double top() {
        double slope = transform.largestSlope();
        double best = Double.POSITIVE_INFINITY;
        double place = 0;
        for (double e = -14; e <= 9; e += 0.05) {
            double value = logZ(slope, e);
            if (value < best) {
                best = value;
                place = e;
            }
        }
        double a = Math.max(-14, place - 0.05);
        double b = place + 0.05;
        for (int i = 0; i < 60; i++) {
            double left = a + (b - a) * 0.382;
            double right = a + (b - a) * 0.618;
            if (logZ(slope, left) < logZ(slope, right)) {
                b = right;
            } else {
                a = left;
            }
        }
        return Math.min(best, logZ(slope, (a + b) / 2));
    }

    private double logZ(double slope, double exponent) {
        return transform
                .at(new Complex(slope * (1 + StrictMath.pow(10, exponent))))
                .logZ()
                .getReal();
    }

    /** Follows theta = 1/2 downwards, until the density there and at theta near 0 is next to nothing; the last t. */
    private double descend(double top, List<Complex> path, List<Double> heights) {
        double t = Math.max(top, logMean) + StrictMath.log(START);
        Complex z = new Complex(t - logMean, ANGLE).exp();
        Complex w = z.multiply(transform.moment(1));
        double step = 0.1;
        double lowest = top - WIDEST - 12.0 * transform.layers();
        while (t > lowest) {
            Complex next = transform.solve(new Complex(t, ANGLE), w);
            if (next == null) {
                step /= 2;
                if (step < 1e-9) {
                    break;
                }
                t += step;
                continue;
            }
            w = next;
            path.add(w);
            heights.add(t);
            if (t < top - 1 && Math.abs(density(t, path, heights)) < SPARSE) {
                break;
            }
            step = Math.min(0.25, 2 * step);
            t -= step;
        }
        return heights.get(heights.size() - 1);
    }

    private double density(double t, List<Complex> path, List<Double> heights) {
        int i = heights.size() - 1;
        while (i > 0 && heights.get(i) < t) {
            i--;
        }
        Optional<Complex> w = Optional.ofNullable(transform.solve(new Complex(t, ANGLE), path.get(i)));
        double angle = ANGLE;
        double factor = 0.25;
        Complex at = w.orElse(path.get(i));
        while (angle > LAST_ANGLE) {
            Complex next = transform.solve(new Complex(t, angle * factor), at);
            if (next == null) {
                factor = Math.sqrt(factor);
                if (factor > 1 - 1e-3) {
                    break;
                }
                continue;
            }
            at = next;
            angle *= factor;
            factor = Math.max(0.25, factor * factor);
        }
        return Math.abs(transform.at(at).m().getImaginary()) / StrictMath.PI;
    }
}
