package gradlab.dynamics.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.AllowedSolution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * An interval at whose ends a continuous function has different signs.
 *
 * @param low the lower end
 * @param high the upper end
 */
record Bracket(double low, double high) {
    private static final double RELATIVE = 1e-15;
    private static final double ABSOLUTE = 1e-300;
    private static final int ORDER = 5;
    private static final int MOST_VALUES = 400;
    private static final int GOLDEN_STEPS = 40;
    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;

    /** A root in here, to about 1e-15 of its size. */
    double root(DoubleUnaryOperator f) {
        double atLow = f.applyAsDouble(low);
        double atHigh = f.applyAsDouble(high);
        if (atLow == 0 || atHigh == 0) {
            return atLow == 0 ? low : high;
        }
        if (atLow > 0 == atHigh > 0) {
            return Math.abs(atLow) < Math.abs(atHigh) ? low : high;
        }
        return new BracketingNthOrderBrentSolver(RELATIVE, ABSOLUTE, ORDER)
                .solve(MOST_VALUES, f::applyAsDouble, low, high, AllowedSolution.ANY_SIDE);
    }

    /**
     * Brackets of all roots that a grid can tell: between neighbours of different sign, and on both sides of an extremum that
     * reaches over 0 between neighbours of one sign, which a golden-section search finds.
     */
    static List<Bracket> all(double[] places, double[] values, DoubleUnaryOperator f) {
        List<Bracket> found = new ArrayList<>();
        for (int i = 0; i + 1 < places.length; i++) {
            if (values[i] > 0 != values[i + 1] > 0) {
                found.add(new Bracket(places[i], places[i + 1]));
            } else if (i > 0 && values[i - 1] > 0 == values[i] > 0 && isTurn(values, i)) {
                double a = places[i - 1];
                double b = places[i + 1];
                over(f, a, b, values[i] > 0).ifPresent(turn -> {
                    found.add(new Bracket(a, turn));
                    found.add(new Bracket(turn, b));
                });
            }
        }
        return found;
    }

    private static boolean isTurn(double[] values, int i) {
        double at = Math.abs(values[i]);
        return at <= Math.abs(values[i - 1]) && at <= Math.abs(values[i + 1]);
    }

    /** A place where f has the other sign, looked for where it comes nearest to 0. */
    private static OptionalDouble over(DoubleUnaryOperator f, double from, double to, boolean positive) {
        double a = from;
        double b = to;
        for (int step = 0; step < GOLDEN_STEPS; step++) {
            double left = a + GOLDEN * (b - a);
            double right = b - GOLDEN * (b - a);
            double atLeft = f.applyAsDouble(left);
            double atRight = f.applyAsDouble(right);
            if (atLeft > 0 != positive || atRight > 0 != positive) {
                return OptionalDouble.of(atLeft > 0 != positive ? left : right);
            }
            if (Math.abs(atLeft) < Math.abs(atRight)) {
                b = right;
            } else {
                a = left;
            }
        }
        return OptionalDouble.empty();
    }
}
