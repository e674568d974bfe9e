package gradlab.dynamics.lyapunov;

import gradlab.dynamics.system.DynamicalSystem;
import gradlab.dynamics.system.Orbit;
import java.util.Arrays;

/**
 * Sees when the state of an orbit, looked at every so many strides, comes back to the same bits (Brent's algorithm, brent1980: the
 * state is compared with one kept from 1, 2, 4, ... looks ago), or stands still but for a part
 * of 1e-12 of the largest coordinate seen.
 */
final class OrbitWatch {
    private static final double STILL = 1e-12;
    private static final long LONGEST_COUNTED = 1_000_000;

    private double[] kept;
    private double[] last;
    private long looks;
    private long power = 1;
    private long sinceKept;
    private long still;
    private double largest;
    private boolean repeats;
    private long repeatedAt;

    /**
     * Looks from a state on.
     *
     * @param start where the orbit came from, for the size that standing still is measured by
     */
    OrbitWatch(double[] start, double[] state) {
        kept = state;
        last = state;
        for (double x : start) {
            largest = Math.max(largest, Math.abs(x));
        }
    }

    /** One more look. */
    void see(double[] state) {
        looks++;
        sinceKept++;
        if (!repeats && Arrays.equals(state, kept)) {
            repeats = true;
            repeatedAt = looks;
        }
        if (sinceKept == power) {
            kept = state;
            sinceKept = 0;
            power *= 2;
        }
        still = isStill(state) ? still + 1 : 0;
        last = state;
    }

    private boolean isStill(double[] state) {
        double moved = 0;
        double size = 0;
        for (int i = 0; i < state.length; i++) {
            moved = Math.max(moved, Math.abs(state[i] - last[i]));
            size = Math.max(size, Math.abs(state[i]));
        }
        largest = Math.max(largest, size);
        return moved <= STILL * largest;
    }

    /** Whether the state came back to the same bits. */
    boolean repeats() {
        return repeats;
    }

    /** How many looks it took until the state was seen to have come back. */
    long repeatedAt() {
        return repeatedAt;
    }

    /** Whether the last looks saw a point. */
    boolean standsStill() {
        return still >= 8;
    }

    /** The largest coordinate seen, in modulus. */
    double largest() {
        return largest;
    }

    /** The period of an autonomous orbit that repeats itself from the last state on; 0 if it is longer than a million strides. */
    long period(DynamicalSystem system) {
        Orbit orbit = system.orbit(last);
        for (long p = 1; p <= LONGEST_COUNTED; p++) {
            orbit.advance();
            if (Arrays.equals(orbit.state(), last)) {
                return p;
            }
        }
        return 0;
    }
}
