package gradlab.dynamics.lyapunov;

/**
 * A Lyapunov exponent, natural logarithm per unit of the system's clock.
 *
 * @param value the estimate; minus infinity where the derivative annihilates a direction
 * @param halfWidth half the width of its confidence interval; infinite where too little was seen to say, 0 beside minus infinity
 * @param correlation integrated autocorrelation time of the growth in units of the clock, 1 + 2 (rho_1 + rho_2 + ...) batches;
 *     0 where growth in one stretch is made good in the next
 * @param freedom effective degrees of freedom of the estimated error
 */
public record Exponent(double value, double halfWidth, double correlation, double freedom) {

    /** The exponent of a direction that is annihilated. */
    static final Exponent MINUS_INFINITY = new Exponent(Double.NEGATIVE_INFINITY, 0, 0, 0);

    /** The same interval around another value. */
    Exponent at(double other) {
        return new Exponent(other, halfWidth, correlation, freedom);
    }

    /** The lower end of the interval. */
    public double lower() {
        return value - halfWidth;
    }

    /** The upper end of the interval. */
    public double upper() {
        return value + halfWidth;
    }
}
