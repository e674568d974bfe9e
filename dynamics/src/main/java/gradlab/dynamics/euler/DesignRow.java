package gradlab.dynamics.euler;

/**
 * A design in place of the matrix looked at, with the same h.
 *
 * @param name what it is
 * @param damping gamma, 0 where there is none
 * @param spectralRadius the largest modulus of an eigenvalue of its step
 * @param stepNorm the norm of its step
 * @param largestStep the largest stable step; 0 if there is none, infinite if every one is
 * @param stable whether h is at most that
 * @param says what it comes to
 */
public record DesignRow(
        String name,
        double damping,
        double spectralRadius,
        double stepNorm,
        double largestStep,
        boolean stable,
        String says) {}
