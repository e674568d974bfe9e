package gradlab.dynamics.lyapunov;

import gradlab.dynamics.lyapunov.SelfCheck.Outcome;
import gradlab.dynamics.system.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Lyapunov exponents of a system.
 *
 * @param system what it is called
 * @param dimension n
 * @param clock what exponents are per
 * @param stride the time of one step in units of the clock
 * @param transientSteps steps before the measurement
 * @param steps steps of the measurement
 * @param exponents the k largest, descending
 * @param accuracy the half-width that was asked for
 * @param accurate whether every half-width is at most that, or a number of steps was asked for and made
 * @param checks the self-checks
 * @param running what was known on the way
 * @param partial why they say no dimension and no entropy rate whatever they are, as of a network, which ends, or of a series; empty where
 *     they may
 */
public record LyapunovResult(
        String system,
        int dimension,
        Clock clock,
        double stride,
        long transientSteps,
        long steps,
        List<Exponent> exponents,
        double accuracy,
        boolean accurate,
        List<SelfCheck> checks,
        List<RunningEstimate> running,
        Optional<String> partial) {

    /** Copies the lists. */
    public LyapunovResult {
        exponents = List.copyOf(exponents);
        checks = List.copyOf(checks);
        running = List.copyOf(running);
    }

    /** Whether the accuracy was reached and no self-check failed. */
    public boolean converged() {
        return accurate && checks.stream().noneMatch(check -> check.outcome() == Outcome.FAILED);
    }

    /** What to do if it did not converge; empty if it did. */
    public String advice() {
        if (converged()) {
            return "";
        }
        return checks.stream()
                .filter(check -> check.outcome() == Outcome.FAILED)
                .map(check -> check.name() + ": " + check.detail())
                .findFirst()
                .orElseGet(() -> partial.isPresent()
                        ? adviceByDepth()
                        : "half-widths above " + accuracy + " after " + steps
                                + " steps: ask for less accuracy, fewer exponents or more steps");
    }

    private String adviceByDepth() {
        return exponents.stream().anyMatch(e -> e.freedom() > 0)
                ? "half-widths above " + accuracy + ": give more inputs or ask for less accuracy"
                : "the deepest exponents cannot be told from rounding: ask for fewer, or for fewer steps";
    }

    /** The Kaplan-Yorke dimension, empty if the computed exponents do not say it. */
    public OptionalDouble kaplanYorke() {
        return partial.isPresent() ? OptionalDouble.empty() : Invariants.kaplanYorke(exponents, dimension);
    }

    /** The sum of the positive exponents, empty if some of those may be among the ones not computed. */
    public OptionalDouble entropyRate() {
        return partial.isPresent() ? OptionalDouble.empty() : Invariants.entropyRate(exponents, dimension);
    }
}
