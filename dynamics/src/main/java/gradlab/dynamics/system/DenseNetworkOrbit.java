package gradlab.dynamics.system;

import gradlab.analysis.backend.DenseKernels;
import java.util.function.LongFunction;

/**
 * An orbit of h ↦ W tanh(g h) or h ↦ tanh(W h + d_t) with a drive d_t, in n² operations for the state and as many for each
 * tangent; with one tangent W is read once a step.
 */
final class DenseNetworkOrbit implements ScaledOrbit {

    private final String name;
    private final double[] weights;
    private final double gain;
    private final boolean unitsLast;
    private final LongFunction<double[]> drive;
    private final MatrixPass pass;
    private final double[] slopes;
    private final double[] units;
    private double[] state;
    private double[] next;
    private double[] tangent = new double[0];
    private long steps;

    /** The drive of a step, counted from 0, has n entries or none. */
    DenseNetworkOrbit(
            String name,
            double[] weights,
            double gain,
            boolean unitsLast,
            LongFunction<double[]> drive,
            double[] state) {
        this.name = name;
        this.weights = weights;
        this.gain = gain;
        this.unitsLast = unitsLast;
        this.drive = drive;
        this.state = state;
        this.pass = new MatrixPass(weights, state.length);
        this.slopes = new double[state.length];
        this.units = new double[state.length];
        this.next = new double[state.length];
    }

    @Override
    public double[] weights() {
        return weights.clone();
    }

    @Override
    public boolean rowsScaled() {
        return unitsLast;
    }

    @Override
    public double[] state() {
        return state.clone();
    }

    @Override
    public double stride() {
        return 1;
    }

    @Override
    public void advance() {
        before();
        pass.times(unitsLast ? state : units, next);
        after();
    }

    @Override
    public double[] advanceScaled() {
        advance();
        return slopes;
    }

    @Override
    public void advance(double[] tangents, int k) {
        int length = Finite.tangents(tangents, state.length, k);
        before();
        if (!unitsLast) {
            scaleRows(tangents, k);
        }
        if (k == 1) {
            tangent = tangent.length == length ? tangent : new double[length];
            pass.times(unitsLast ? state : units, next, tangents, tangent);
            System.arraycopy(tangent, 0, tangents, 0, length);
        } else {
            pass.times(unitsLast ? state : units, next);
            int n = state.length;
            System.arraycopy(DenseKernels.multiply(weights, tangents, n, n, k), 0, tangents, 0, length);
        }
        after();
        if (unitsLast) {
            scaleRows(tangents, k);
        }
    }

    /** tanh(g h) and its slopes, where the units come before the product. */
    private void before() {
        if (!unitsLast) {
            for (int i = 0; i < units.length; i++) {
                units[i] = gain * state[i];
            }
            TanhUnits.of(units, units, slopes);
            for (int i = 0; i < slopes.length; i++) {
                slopes[i] *= gain;
            }
        }
    }

    private void after() {
        if (unitsLast) {
            double[] driven = drive.apply(steps);
            for (int i = 0; i < driven.length; i++) {
                next[i] += driven[i];
            }
            TanhUnits.of(next, next, slopes);
        }
        if (!Finite.all(next, next.length)) {
            throw new OrbitException(name + ": at step " + (steps + 1) + ", h"
                    + Finite.firstNot(next, next.length).getAsInt() + " leaves the numbers: overflow");
        }
        double[] old = state;
        state = next;
        next = old;
        steps++;
    }

    private void scaleRows(double[] tangents, int k) {
        for (int i = 0; i < slopes.length; i++) {
            for (int c = 0; c < k; c++) {
                tangents[i * k + c] *= slopes[i];
            }
        }
    }
}
