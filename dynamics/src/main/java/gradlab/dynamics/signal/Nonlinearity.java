package gradlab.dynamics.signal;

import gradlab.analysis.tensor.UnaryFunction;
import java.util.List;

/**
 * An activation function phi with what an analysis must know of its shape. Theory and random networks compute with the same phi.
 *
 * @param name as it is written
 * @param function phi and its slope
 * @param kinks where phi or its slope is not analytic, ascending
 * @param leftSlope the limit of phi(x)/x as x goes to minus infinity
 * @param rightSlope the same towards plus infinity
 * @param homogeneous whether phi is exactly leftSlope x below 0 and rightSlope x above
 * @param odd whether phi(-x) = -phi(x)
 */
public record Nonlinearity(
        String name,
        UnaryFunction function,
        List<Double> kinks,
        double leftSlope,
        double rightSlope,
        boolean homogeneous,
        boolean odd) {
    private static final double BESIDE_ZERO = 1e-200;

    /** Copies the kinks. */
    public Nonlinearity {
        kinks = List.copyOf(kinks);
    }

    /** phi(x). */
    public double value(double x) {
        return function.value(x);
    }

    /** phi'(x), or the convention at a kink. */
    public double slope(double x) {
        return function.slope(x);
    }

    /** Whether phi(0) = 0, so that no signal stays none. */
    boolean vanishesAtZero() {
        return value(0) == 0;
    }

    /** The slopes left and right of 0: what phi is for small signals, where phi(0) = 0. */
    TwoSlopes nearZero() {
        return new TwoSlopes(slope(-BESIDE_ZERO), slope(BESIDE_ZERO));
    }

    /** The function of two half-lines with these slopes, in place of this one. */
    Nonlinearity bent(TwoSlopes slopes) {
        return new Nonlinearity(
                name, function, List.of(), slopes.left(), slopes.right(), true, slopes.left() == slopes.right());
    }

    /** The slopes far out: what phi is for large signals. */
    TwoSlopes farOut() {
        return new TwoSlopes(leftSlope, rightSlope);
    }

    @Override
    public String toString() {
        return name;
    }
}
