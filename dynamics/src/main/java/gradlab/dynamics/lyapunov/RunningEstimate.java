package gradlab.dynamics.lyapunov;

import java.util.List;

/**
 * What was known on the way, for a figure.
 *
 * @param time how much had been measured, in units of the clock
 * @param exponents what the exponents and their intervals were then, in the order of the result
 */
public record RunningEstimate(double time, List<Exponent> exponents) {

    /** Copies the exponents. */
    public RunningEstimate {
        exponents = List.copyOf(exponents);
    }
}
