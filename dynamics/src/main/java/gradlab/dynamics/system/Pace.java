package gradlab.dynamics.system;

import gradlab.analysis.operator.Vector;
import java.util.Arrays;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;

/**
 * How fast a flow goes: what stride suits it, and how large its coordinates get.
 *
 * <p>A stride of about two natural steps of the integrator wastes little at its ends, and nothing shrinks in it by more than
 * about e⁻¹²: an explicit step is never longer than about 6 times the fastest decay, so that directions do not merge within the
 * tolerance.
 *
 * @param stride the time of a stride
 * @param sizes the mean magnitude of each coordinate over time; above 0
 */
record Pace(double stride, Vector sizes) {

    /** Relative error of a step. */
    static final double TOLERANCE = 1e-9;

    private static final int STEPS = 400;
    private static final int EVALUATIONS = 20_000;
    private static final double LONGEST = 1e3;
    private static final double FALLBACK = 0.01;
    private static final double SHRUNK = 50;

    /** The pace along the first steps from a state; a flow that fails on the way goes as far as it can. */
    static Pace along(Rule rule, double[] start) {
        Pilot pilot = new Pilot(rule, start);
        DormandPrince853Integrator integrator = new DormandPrince853Integrator(
                Double.MIN_NORMAL, LONGEST, floor(Vector.of(sizes(start))), relative(start.length));
        integrator.setMaxEvaluations(EVALUATIONS);
        integrator.addStepHandler(interpolator -> pilot.step(
                interpolator.getCurrentState().getTime(),
                interpolator.getCurrentState().getPrimaryState()));
        try {
            integrator.integrate(pilot, new ODEState(0, start), STEPS * LONGEST);
        } catch (MathRuntimeException | OrbitException e) {
            // It has seen enough, or what it can: that tells the pace.
        }
        return new Pace(round(2 * pilot.typicalStep()), Vector.of(sizes(pilot.means())));
    }

    /** The floors of the errors of coordinates of these sizes. */
    static double[] floor(Vector sizes) {
        return Arrays.stream(sizes.toArray()).map(size -> size * TOLERANCE).toArray();
    }

    private static double[] relative(int n) {
        double[] relative = new double[n];
        Arrays.fill(relative, TOLERANCE);
        return relative;
    }

    /** Magnitudes, what is 0 replaced by the largest of all. */
    private static double[] sizes(double[] state) {
        double largest = Arrays.stream(state).map(Math::abs).max().orElse(0);
        double otherwise = largest > 0 ? largest : 1;
        return Arrays.stream(state)
                .map(x -> Math.max(Math.abs(x), otherwise * TOLERANCE))
                .map(x -> Math.min(x, Double.MAX_VALUE))
                .toArray();
    }

    /** The nearest of 1, 2 and 5 times a power of ten that is not above. */
    private static double round(double time) {
        int power = (int) StrictMath.floor(StrictMath.log10(time));
        double mantissa = time / StrictMath.pow(10, power);
        String digit = mantissa >= 5 ? "5" : mantissa >= 2 ? "2" : "1";
        return Double.parseDouble(digit + "e" + power);
    }

    /** Watches the first steps. */
    private static final class Pilot implements OrdinaryDifferentialEquation {
        private final Rule rule;
        private final double[] steps = new double[STEPS];
        private final double[] start;
        private final double[] sums;
        private int count;
        private double before;

        Pilot(Rule rule, double[] start) {
            this.rule = rule;
            this.start = start;
            this.sums = new double[start.length];
        }

        @Override
        public int getDimension() {
            return sums.length;
        }

        @Override
        public double[] computeDerivatives(double t, double[] x) {
            double[] velocity = new double[x.length];
            rule.value(x, velocity);
            if (!Finite.all(velocity, velocity.length)) {
                throw new OrbitException("the pilot ends here");
            }
            return velocity;
        }

        void step(double time, double[] state) {
            if (count == STEPS) {
                throw new OrbitException("the pilot has seen enough");
            }
            for (int i = 0; i < state.length; i++) {
                sums[i] += Math.abs(state[i]) * (time - before);
            }
            steps[count++] = time - before;
            before = time;
        }

        double[] means() {
            return before == 0
                    ? start
                    : Arrays.stream(sums).map(sum -> sum / before).toArray();
        }

        /** The median of the steps in the second half; the mean of all where steps shrink towards a failure. */
        double typicalStep() {
            if (count == 0 || before == 0) {
                return FALLBACK;
            }
            double[] later = Arrays.copyOfRange(steps, count / 2, count);
            Arrays.sort(later);
            double median = later[later.length / 2];
            double mean = before / count;
            return median * SHRUNK < mean ? mean : median;
        }
    }
}
