package gradlab.dynamics.system;

/**
 * What moves a state x of n numbers, with its derivative: the next state F(x) of a map, the velocity f(x) of a flow. Holds
 * working storage: one thread, one orbit.
 */
public interface Rule {

    /** n, at least 1. */
    int dimension();

    /** Writes F(x) into the first n places; reads only the first n of x. What is not finite has no value. */
    void value(double[] x, double[] into);

    /** {@link #value}, and keeps the derivative at x for {@link #push}. */
    void linearise(double[] x, double[] into);

    /**
     * J V for the derivative J at the point of the last {@link #linearise} and an n × k matrix V, row-major.
     *
     * @param tangents holds V from {@code from} on
     * @param into receives J V from {@code at} on; another array
     */
    void push(double[] tangents, int from, int k, double[] into, int at);

    /**
     * Why there is no value at x, or no derivative, in words that end a sentence such as "at step 7". Only asked for after a
     * failure.
     *
     * @param coordinates the names of the n coordinates
     */
    default String failure(double[] x, java.util.List<String> coordinates) {
        double[] value = new double[dimension()];
        value(x, value);
        for (int i = 0; i < value.length; i++) {
            if (!Double.isFinite(value[i])) {
                return coordinates.get(i) + " leaves the numbers" + (Double.isNaN(value[i]) ? "" : ": overflow");
            }
        }
        return "the derivative has no value or overflows";
    }
}
