package gradlab.dynamics.system;

import java.util.Arrays;
import java.util.List;

/**
 * Watches where an orbit of a flow gets to, to say what is wrong where it gets nowhere.
 *
 * <p>A stiff flow is told by its first evaluations: so many of them, and yet no coordinate has turned three times through the
 * range that it has seen, the state is still moving in the second half of them, and steps are as long as stability allows, which the derivative sets and not
 * the motion.
 */
final class FlowWatch {

    private static final long PATIENCE = 200_000;
    private static final double TURNS = 3;
    private static final double SLIGHT = 1e-3;
    private static final double AT_REST = 1e-7;
    /** Of a point that drifts: how straight its way is, how much of it the last quarter has, and what is more than rounding. */
    private static final double STRAIGHT = 0.9;

    private static final double GOES_ON = 0.3;
    private static final double ROUNDING = 1e-13;
    private static final double SHRUNK = 1e-4;
    private static final double BLOWN_UP = 1e6;

    private final Rule rule;
    private final int n;
    private final double[] lowest;
    private final double[] highest;
    private final double[] path;
    private final double[] halfway;
    private final double[] threeQuarters;
    private final double[] pathBefore;
    private final double[] last;
    private double time;
    private double began;
    private double taken;
    private double longest;
    private double elapsed;
    private long evaluations;

    FlowWatch(Rule rule, double[] start) {
        this.rule = rule;
        this.n = start.length;
        this.last = start.clone();
        this.halfway = start.clone();
        this.threeQuarters = start.clone();
        this.pathBefore = new double[start.length];
        this.lowest = start.clone();
        this.highest = start.clone();
        this.path = new double[n];
    }

    /** A stride begins. */
    void begin(double[] state) {
        System.arraycopy(state, 0, last, 0, n);
        began = largest(last);
        elapsed += time;
        time = 0;
        longest = 0;
    }

    /** A step was taken, to a time since the stride began. */
    void step(double now, double length, double[] state) {
        time = now;
        taken = length;
        longest = Math.max(longest, length);
        if (evaluations < PATIENCE) {
            for (int i = 0; i < n; i++) {
                path[i] += Math.abs(state[i] - last[i]);
                lowest[i] = Math.min(lowest[i], state[i]);
                highest[i] = Math.max(highest[i], state[i]);
            }
        }
        System.arraycopy(state, 0, last, 0, n);
    }

    /**
     * A stride has ended.
     *
     * @throws OrbitException if the flow has turned out stiff
     */
    void spent(int more) {
        boolean patient = evaluations < PATIENCE;
        evaluations += more;
        if (evaluations < PATIENCE / 2) {
            System.arraycopy(last, 0, halfway, 0, n);
            System.arraycopy(path, 0, pathBefore, 0, n);
        }
        if (evaluations < PATIENCE / 4 * 3) {
            System.arraycopy(last, 0, threeQuarters, 0, n);
        }
        if (patient && evaluations >= PATIENCE && !hasTurned() && !isAtRest() && longest * slope() > 0.5) {
            throw new OrbitException(stiff());
        }
    }

    /** The time since the stride began. */
    double time() {
        return time;
    }

    /** Whether the state has become so large in this stride, or is so large, that it is on its way to infinity. */
    boolean hasBlownUp() {
        return largest(last) > BLOWN_UP * Math.min(1 + began, BLOWN_UP);
    }

    /** Why the integrator gave up. */
    String verdict(boolean budget, List<String> coordinates) {
        if (hasBlownUp()) {
            int at = largestOf(last);
            return "the orbit blows up: " + coordinates.get(at) + " = " + (float) last[at] + ", steps down to "
                    + (float) taken;
        }
        if (budget && taken > SHRUNK * longest) {
            return stiff();
        }
        double[] velocity = new double[n];
        rule.value(last, velocity);
        int fastest = largestOf(velocity);
        return "the equation of " + coordinates.get(fastest) + " runs away: it gives " + (float) velocity[fastest]
                + " at "
                + coordinates.get(fastest) + " = " + (float) last[fastest]
                + " and steps shrink to nothing, as before a division by zero";
    }

    private static int largestOf(double... numbers) {
        int at = 0;
        for (int i = 0; i < numbers.length; i++) {
            at = Math.abs(numbers[i]) > Math.abs(numbers[at]) ? i : at;
        }
        return at;
    }

    private String stiff() {
        return "the flow is stiff: " + evaluations + " evaluations took it from time 0 to " + (float) (elapsed + time)
                + " only, in steps of " + (float) longest + ", as its derivative of norm " + (float) slope()
                + " allows; an explicit integrator needs slower fast parts";
    }

    private boolean hasTurned() {
        double widest = 0;
        for (int i = 0; i < n; i++) {
            widest = Math.max(widest, (highest[i] - lowest[i]) / (1e-300 + Math.abs(highest[i]) + Math.abs(lowest[i])));
        }
        for (int i = 0; i < n; i++) {
            double range = highest[i] - lowest[i];
            double relative = range / (1e-300 + Math.abs(highest[i]) + Math.abs(lowest[i]));
            if (relative >= SLIGHT * widest && path[i] >= TURNS * range && range > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether no coordinate has moved by more than the integrator's noise since half of the evaluations, unless one drifts: straight on, and as
     * fast to the end, as along a slow manifold.
     */
    private boolean isAtRest() {
        for (int i = 0; i < n; i++) {
            double size = Math.max(Math.abs(highest[i]), Math.abs(lowest[i]));
            double moved = Math.abs(last[i] - halfway[i]);
            boolean drifts = moved > ROUNDING * size
                    && moved >= STRAIGHT * (path[i] - pathBefore[i])
                    && Math.abs(last[i] - threeQuarters[i]) >= GOES_ON * moved;
            if (moved > AT_REST * size || drifts) {
                return false;
            }
        }
        return true;
    }

    /** The Frobenius norm of the derivative here, by columns. */
    private double slope() {
        double[] unit = new double[n];
        double[] column = new double[n];
        rule.linearise(last, new double[n]);
        double squares = 0;
        for (int j = 0; j < n; j++) {
            unit[j] = 1;
            rule.push(unit, 0, 1, column, 0);
            unit[j] = 0;
            squares += Arrays.stream(column).map(x -> x * x).sum();
        }
        return Math.sqrt(squares);
    }

    private static double largest(double[] numbers) {
        return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
    }
}
