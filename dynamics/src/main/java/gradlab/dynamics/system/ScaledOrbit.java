package gradlab.dynamics.system;

/**
 * An orbit whose derivative by one stride is the same square matrix W each time, with its rows or its columns scaled anew:
 * J = diag(s) W for h ↦ φ(W h), J = W diag(s) for h ↦ W φ(h). Exponents of such chains cost one scaling and one product a step,
 * and W is read only once.
 */
public interface ScaledOrbit extends Orbit {

    /** W, n × n, row-major; a new array, the same numbers for every step. */
    double[] weights();

    /** Whether J = diag(s) W; otherwise J = W diag(s). The same for every step. */
    boolean rowsScaled();

    /**
     * Moves on by one stride like {@link #advance()}.
     *
     * @return the n factors s of that stride's derivative, each finite; they keep their relative accuracy where the unit is
     *     saturated (1/cosh², never 1 − tanh²) and become 0 only where they are below the least positive number. An array of this
     *     orbit, to be read before the next call and not written to.
     * @throws OrbitException if the state leaves the numbers
     */
    double[] advanceScaled();
}
