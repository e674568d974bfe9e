package gradlab.dynamics.feedback;

import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.Euclidean;
import gradlab.analysis.spectrum.Outcome;
import gradlab.analysis.spectrum.SpectralNorm;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The largest energy gain of a loop over T steps, {@code max ‖h‖/‖u‖} over all sequences of inputs u(1..T), and the sequence
 * that attains it. It grows with T towards the H-infinity norm. By Lanczos on {@link HorizonOperator}, two runs through the
 * sequence a Lanczos step.
 *
 * @param steps T
 * @param value the gain
 * @param residual some singular value lies this near to it
 * @param worstInput the inputs that attain it, T n numbers of norm 1, step after step
 * @param outcome whether Lanczos converged
 */
public record HorizonGain(int steps, double value, double residual, Vector worstInput, Outcome outcome) {
    /** T n beyond this would take gigabytes of Lanczos vectors. */
    public static final int LARGEST = 100_000;

    private static final SpectralNorm NORM =
            SpectralNorm.withDefaults().withRelativeTolerance(1e-8).withMaxSteps(120);

    /** Of a loop that changes from step to step; empty if the states leave the range of binary64. */
    public static Optional<HorizonGain> of(List<? extends LinearOperator> jacobians) {
        int n = jacobians.isEmpty() ? 0 : jacobians.get(0).rows();
        if (n < 1 || (long) n * jacobians.size() > LARGEST) {
            throw new IllegalArgumentException(
                    "jacobians must make 1 to " + LARGEST + " states in all, made " + (long) n * jacobians.size());
        }
        try {
            HorizonOperator operator = new HorizonOperator(jacobians);
            SpectralNorm.Result result = NORM.of(operator);
            return result.outcome() == Outcome.OVERFLOW
                    ? Optional.empty()
                    : Optional.of(new HorizonGain(
                            jacobians.size(),
                            result.value(),
                            result.residual(),
                            NORM.mostStretched(operator),
                            result.outcome()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The norm of the worst input at each step. */
    public Vector inputNorms() {
        int n = worstInput.size() / steps;
        double[] all = worstInput.toArray();
        double[] norms = new double[steps];
        Arrays.setAll(norms, t -> Euclidean.norm(Arrays.copyOfRange(all, t * n, (t + 1) * n)));
        return Vector.of(norms);
    }
}
