package gradlab.dynamics.system;

import gradlab.analysis.operator.Vector;

/**
 * A point that stays where it is.
 *
 * @param at the point
 * @param rate of a map the spectral radius of its derivative there, of a flow the largest real part of its eigenvalues
 * @param clock which of the two
 */
public record FixedPoint(Vector at, double rate, Clock clock) {

    /** Whether small differences die out. */
    public boolean isStable() {
        return rate < (clock == Clock.TIME ? 0 : 1);
    }
}
