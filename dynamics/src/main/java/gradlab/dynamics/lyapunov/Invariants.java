package gradlab.dynamics.lyapunov;

import java.util.List;
import java.util.OptionalDouble;

/** What follows from a spectrum of exponents in descending order. */
final class Invariants {
    /** Sums that vanish, as those of conservative systems, do so but for rounding and the integrator. */
    private static final double SLIGHT = 1e-8;

    private Invariants() {}

    /**
     * j + (lambda_1 + ... + lambda_j) / |lambda_{j+1}| with the last j whose sum is not negative (kaplanyorke1979); n if there is no
     * j + 1. Empty if the exponents end before their sum is negative.
     */
    static OptionalDouble kaplanYorke(List<Exponent> exponents, int dimension) {
        double sum = 0;
        for (int j = 0; j < exponents.size(); j++) {
            double next = exponents.get(j).value();
            if (sum + next < -SLIGHT) {
                return OptionalDouble.of(j + (next == Double.NEGATIVE_INFINITY ? 0 : Math.max(0, sum) / -next));
            }
            sum += next;
        }
        return exponents.size() == dimension ? OptionalDouble.of(dimension) : OptionalDouble.empty();
    }

    /**
     * The sum of the positive exponents: an upper bound of the entropy rate of the invariant measure (ruelle1978), equal to it
     * where that is smooth along unstable directions (pesin1977).
     */
    static OptionalDouble entropyRate(List<Exponent> exponents, int dimension) {
        double sum = 0;
        for (Exponent exponent : exponents) {
            sum += Math.max(0, exponent.value());
        }
        boolean all = exponents.size() == dimension
                || exponents.get(exponents.size() - 1).value() <= 0;
        return all ? OptionalDouble.of(sum) : OptionalDouble.empty();
    }
}
