package gradlab.dynamics.lyapunov;

import gradlab.analysis.backend.DecompositionException;
import gradlab.dynamics.system.DynamicalSystem;
import gradlab.dynamics.system.OrbitException;
import java.util.Optional;

/**
 * The angles of the covariant vectors of a system whose exponents are known, at as many states as work and memory allow.
 *
 * @param angles what was found
 * @param reason why there is nothing, or empty
 */
public record CovariantSurvey(Optional<CovariantAngles> angles, String reason) {
    private static final int MOST_STATES = 20_000;
    private static final int FEWEST_STATES = 100;
    private static final int BACK = 1_000;
    private static final int BEFORE = 2_000;
    private static final double NUMBERS = 1 << 25;
    private static final double OPERATIONS = 2e9;

    /** Of the exponents of a result, which must be of that system. */
    public static CovariantSurvey of(DynamicalSystem system, LyapunovResult result, long seed) {
        int k = result.exponents().size();
        double n = system.dimension();
        double states = Math.min(NUMBERS / (k * (double) k + n * k), OPERATIONS / (n * k * k)) - BACK;
        if (states < FEWEST_STATES) {
            return new CovariantSurvey(
                    Optional.empty(),
                    k + " vectors in " + system.dimension()
                            + " dimensions are too many; ask for fewer with --exponents");
        }
        try {
            CovariantVectors vectors = CovariantVectors.withDefaults()
                    .withSeed(seed)
                    .withTransients(BEFORE, BACK)
                    .withWindow((int) Math.min(MOST_STATES, states));
            return new CovariantSurvey(
                    Optional.of(CovariantAngles.of(vectors.of(system, k), result.exponents(), result.stride())), "");
        } catch (OrbitException | DecompositionException e) {
            return new CovariantSurvey(Optional.empty(), String.valueOf(e.getMessage()));
        }
    }
}
