package gradlab.dynamics.system;

/**
 * A state x that moves, and tangent vectors that move with it: v ↦ J v with J the derivative of one stride by the state before
 * it. A stride is one step of a map, a fixed time of a flow. For one thread.
 */
public interface Orbit {

    /** The state now; a new array of n numbers. */
    double[] state();

    /** The time of one stride in the units of the system's clock. */
    double stride();

    /**
     * Moves on by one stride.
     *
     * @throws OrbitException if the state leaves the numbers: a blow-up, a division by zero, an integrator that fails
     */
    void advance();

    /**
     * Moves on by one stride and replaces every column v of an n × k matrix by J v.
     *
     * @param tangents n × k, row-major, overwritten
     * @throws OrbitException if the state leaves the numbers
     */
    void advance(double[] tangents, int k);
}
