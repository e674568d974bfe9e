package gradlab.dynamics.system;

/** What the time of a system counts; rates are per this unit, in natural logarithms. */
public enum Clock {
    /** Steps of a map. */
    STEP,
    /** Units of the time of a flow. */
    TIME
}
