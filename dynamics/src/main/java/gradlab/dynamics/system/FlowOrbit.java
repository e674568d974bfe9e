package gradlab.dynamics.system;

import org.hipparchus.exception.LocalizedCoreFormats;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.ode.OrdinaryDifferentialEquation;

/**
 * An orbit of a flow. Columns of tangents are scaled to a largest entry from 1/2 to 1 by a power of two before a stride and back
 * after it, which is exact, so that one tolerance fits columns of any length.
 */
final class FlowOrbit implements Orbit {

    private final Outline outline;
    private final Rule rule;
    private final Pace pace;
    private final int n;
    private final FlowWatch watch;
    private FlowSolver solver;
    private double[] state;
    private long strides;

    FlowOrbit(Outline outline, Rule rule, Pace pace, double[] state) {
        this.outline = outline;
        this.rule = rule;
        this.pace = pace;
        this.state = state;
        this.n = state.length;
        this.watch = new FlowWatch(rule, state);
        this.solver = new FlowSolver(pace, n, 0, watch);
    }

    @Override
    public double[] state() {
        return state.clone();
    }

    @Override
    public double stride() {
        return pace.stride();
    }

    @Override
    public void advance() {
        state = integrate(0, state);
        strides++;
    }

    @Override
    public void advance(double[] tangents, int k) {
        int length = Finite.tangents(tangents, n, k);
        int[] exponents = new int[k];
        double[] all = new double[n + length];
        System.arraycopy(state, 0, all, 0, n);
        scale(tangents, k, exponents, all);
        double[] moved = integrate(k, all);
        for (int i = 0; i < length; i++) {
            tangents[i] = Math.scalb(moved[n + i], exponents[i % k]);
        }
        System.arraycopy(moved, 0, state, 0, n);
        strides++;
    }

    private void scale(double[] tangents, int k, int[] exponents, double[] all) {
        for (int c = 0; c < k; c++) {
            double largest = 0;
            for (int i = 0; i < n; i++) {
                largest = Math.max(largest, Math.abs(tangents[i * k + c]));
            }
            exponents[c] = largest > 0 ? Math.getExponent(largest) + 1 : 0;
            for (int i = 0; i < n; i++) {
                all[n + i * k + c] = Math.scalb(tangents[i * k + c], -exponents[c]);
            }
        }
    }

    private double[] integrate(int k, double[] all) {
        if (solver.columns() != k) {
            solver = new FlowSolver(pace, n, k, watch);
        }
        Equations equations = new Equations(k);
        watch.begin(all);
        try {
            double[] moved = solver.integrate(equations, all);
            if (!Finite.all(moved, n)) {
                throw new FlowSolver.Beyond(moved);
            }
            if (!Finite.all(moved, moved.length) && Finite.all(all, all.length)) {
                throw new OrbitException("the tangents overflow");
            }
            return moved;
        } catch (FlowSolver.Beyond e) {
            String words = watch.hasBlownUp()
                    ? watch.verdict(false, outline.coordinates())
                    : rule.failure(e.state(), outline.coordinates());
            throw new OrbitException(at(watch.time()) + words);
        } catch (OrbitException e) {
            throw new OrbitException(at(watch.time()) + e.getMessage());
        } catch (MathRuntimeException e) {
            boolean budget = e.getSpecifier() == LocalizedCoreFormats.MAX_COUNT_EXCEEDED;
            throw new OrbitException(at(watch.time()) + watch.verdict(budget, outline.coordinates()));
        }
    }

    private String at(double time) {
        return outline.name() + ": at time " + (float) (strides * pace.stride() + time) + ", ";
    }

    /** x' = f(x) and V' = J V. */
    private final class Equations implements OrdinaryDifferentialEquation {
        private final int k;

        Equations(int k) {
            this.k = k;
        }

        @Override
        public int getDimension() {
            return n + n * k;
        }

        /** The integrator keeps what it gets: a new array each time. */
        @Override
        public double[] computeDerivatives(double t, double[] y) {
            double[] velocity = new double[y.length];
            if (k == 0) {
                rule.value(y, velocity);
            } else {
                rule.linearise(y, velocity);
                rule.push(y, n, k, velocity, n);
            }
            if (!Finite.all(velocity, velocity.length)) {
                throw new FlowSolver.Beyond(y.clone());
            }
            return velocity;
        }
    }
}
