package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.SpectralNorm;
import java.util.List;
import java.util.Optional;

/**
 * A nonlinear loop along a recorded input: the state's Jacobians J(1) to J(T), and back-propagation through time as the same
 * loop run backwards, g(t-1) = J(t)' g(t).
 *
 * @param stepGains ‖J(t)‖ for t = 1..T
 * @param lagLogNorms natural logarithms of ‖J(T) ... J(T-k+1)‖ for k = 0..T: the most that a gradient at the end can be after k
 *     steps back
 * @param boundLogNorms those of the product of the k last gains, the small-gain bound of the same
 * @param frozenLogNorms those of ‖J(T)^k‖: the loop that keeps the last Jacobian
 * @param horizon the largest energy gain from inputs to states over the record; empty where states leave binary64
 */
public record TimeVaryingLoop(
        Vector stepGains,
        Vector lagLogNorms,
        Vector boundLogNorms,
        Vector frozenLogNorms,
        Optional<HorizonGain> horizon) {
    /** All Jacobians together may have so many entries. */
    public static final long LARGEST = 1L << 25;

    private static final SpectralNorm NORM =
            SpectralNorm.withDefaults().withRelativeTolerance(1e-9).withMaxSteps(150);

    /** Of at least one square Jacobian of one order, in the order of time. */
    public static TimeVaryingLoop of(List<DenseMatrix> jacobians, DenseBackend backend) {
        int steps = jacobians.size();
        int n = jacobians.isEmpty() ? 0 : jacobians.get(0).rows();
        if (n < 1 || (long) n * n * steps > LARGEST) {
            throw new IllegalArgumentException(
                    "jacobians must hold 1 to " + LARGEST + " entries in all, held " + (long) n * n * steps);
        }
        double[] gains = new double[steps];
        double[] lags = new double[steps + 1];
        double[] bounds = new double[steps + 1];
        ScaledPower product = ScaledPower.identity(n);
        for (int k = 1; k <= steps; k++) {
            DenseMatrix jacobian = jacobians.get(steps - k);
            gains[steps - k] = NORM.of(jacobian).value();
            bounds[k] = bounds[k - 1] + StrictMath.log(gains[steps - k]);
            product = product.times(ScaledPower.of(jacobian), backend);
            lags[k] = product.logNorm();
        }
        return new TimeVaryingLoop(
                Vector.of(gains),
                Vector.of(lags),
                Vector.of(bounds),
                Transients.curve(jacobians.get(steps - 1), steps, backend),
                (long) n * steps <= HorizonGain.LARGEST ? HorizonGain.of(jacobians) : Optional.empty());
    }

    /** The mean growth of the gradient a step back, as a natural logarithm; minus infinity once it is zero. */
    public double rate() {
        return lagLogNorms.get(lagLogNorms.size() - 1) / stepGains.size();
    }
}
