package gradlab.dynamics.system;

import java.util.List;

/** A map x ↦ F(x) or a flow x' = f(x) in n dimensions, with its tangent dynamics. Immutable; orbits of it move. */
public interface DynamicalSystem {

    /** What to call it, in tables and figures. */
    String name();

    /** n, at least 1. */
    int dimension();

    Clock clock();

    /** The names of the n coordinates. */
    List<String> coordinates();

    /** The state where orbits start unless told otherwise; a new array. */
    double[] start();

    /**
     * An orbit from a state.
     *
     * @throws IllegalArgumentException unless {@code from} holds n finite numbers
     */
    Orbit orbit(double[] from);
}
