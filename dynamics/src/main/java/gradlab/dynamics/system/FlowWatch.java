package gradlab.dynamics.system;

import java.util.Arrays;
import java.util.List;

/**
 * Watches where an orbit of a flow gets to, to say what is wrong where it gets nowhere.
 *
 * <p>A stiff flow is told by its first evaluations: so many of them, and yet no coordinate has turned three times through the
 * range that it has seen, the state is not at rest, and steps are as long as stability allows, which the derivative sets and not
 * the motion.
 */
final class FlowWatch {

    private static final long PATIENCE = 200_000;
    private static final double TURNS = 3;
    private static final double AT_REST = 1e-3;
    private static final double BLOWN_UP = 1e6;

    private final Rule rule;
    private final int n;
    private final double[] lowest;
    private final double[] highest;
    private final double[] path;
    private double[] last;
    private double time;
    private double began;
    private double taken;
    private double elapsed;
    private long evaluations;

    FlowWatch(Rule rule, double[] start) {
        this.rule = rule;
        this.n = start.length;
        this.last = start.clone();
        this.lowest = start.clone();
        this.highest = start.clone();
        this.path = new double[n];
    }

    /** A stride begins. */
    void begin(double[] state) {
        last = Arrays.copyOf(state, n);
        began = largest(last);
        elapsed += time;
        time = 0;
    }

    /** A step was taken, to a time since the stride began. */
    void step(double now, double length, double[] state) {
        time = now;
        taken = length;
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
        if (patient && evaluations >= PATIENCE && !hasTurned() && !isAtRest() && taken * slope() > 0.5) {
            throw new OrbitException(stiff());
        }
    }

    /** The time since the stride began. */
    double time() {
        return time;
    }

    /** Why the integrator gave up. */
    String verdict(boolean budget, List<String> coordinates) {
        int at = 0;
        for (int i = 0; i < n; i++) {
            at = Math.abs(last[i]) > Math.abs(last[at]) ? i : at;
        }
        if (Math.abs(last[at]) > BLOWN_UP * (1 + began) || Math.abs(last[at]) > BLOWN_UP * BLOWN_UP) {
            return "the orbit blows up: " + coordinates.get(at) + " = " + (float) last[at] + ", steps down to "
                    + (float) taken;
        }
        if (budget) {
            return stiff();
        }
        return "the steps shrink to " + (float) taken + " at " + coordinates.get(at) + " = " + (float) last[at]
                + ": a solution through this point may not exist";
    }

    private String stiff() {
        return "the flow is stiff: " + evaluations + " evaluations took it from time 0 to " + (float) (elapsed + time)
                + " only, in steps of " + (float) taken + ", as its derivative of norm " + (float) slope()
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
            if (relative >= AT_REST * widest && path[i] >= TURNS * range && range > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether going on as now, for as long as until now, would change nothing. */
    private boolean isAtRest() {
        double[] velocity = new double[n];
        rule.value(last, velocity);
        for (int i = 0; i < n; i++) {
            double size = Math.max(Math.abs(highest[i]), Math.abs(lowest[i]));
            if (Math.abs(velocity[i]) * (elapsed + time) > AT_REST * size) {
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
