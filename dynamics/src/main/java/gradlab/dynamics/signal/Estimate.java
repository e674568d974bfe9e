package gradlab.dynamics.signal;

/**
 * A number that was computed, and how far off it may be.
 *
 * @param value the number; infinite where that is the answer
 * @param error an estimate of its absolute error, not negative
 */
public record Estimate(double value, double error) {
    private static final double ROUNDING = 0x1p-52;

    /** Checks the error. */
    public Estimate {
        if (!(error >= 0)) {
            throw new IllegalArgumentException("error must not be negative, was " + error);
        }
    }

    /** A number known to rounding. */
    public static Estimate exact(double value) {
        return new Estimate(value, Double.isFinite(value) ? ROUNDING * Math.abs(value) : 0);
    }

    /** {@code factor * this + term}, factor and term taken as exact. */
    public Estimate affine(double factor, double term) {
        double result = factor * value + term;
        return new Estimate(result, Math.abs(factor) * error + ROUNDING * Math.abs(result));
    }

    /** This over another, errors to first order. */
    public Estimate over(Estimate other) {
        double quotient = value / other.value;
        double relative = error + Math.abs(quotient) * other.error;
        return new Estimate(quotient, relative / Math.abs(other.value) + ROUNDING * Math.abs(quotient));
    }
}
