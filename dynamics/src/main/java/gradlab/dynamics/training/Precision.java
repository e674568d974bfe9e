package gradlab.dynamics.training;

import gradlab.analysis.arithmetic.FloatFormat;

/**
 * In what format numbers pass between layers, and what the loss is multiplied by, so that small gradients do not become 0
 * (micikevicius2018). The parameters that updates change stay binary64.
 *
 * @param format the format
 * @param scale what the loss is multiplied by at the start, a power of two where nothing else is wanted
 * @param dynamic whether a gradient that is not finite halves the scale and skips the update, and {@link #PATIENCE} good steps
 *     double it
 */
public record Precision(FloatFormat format, double scale, boolean dynamic) {
    /** Good steps after which a dynamic scale doubles. */
    public static final int PATIENCE = 200;

    /** A dynamic scale below this is given up. */
    public static final double LEAST = 0x1p-14;

    /** The largest dynamic scale. */
    public static final double MOST = 0x1p24;

    /** Checks the scale. */
    public Precision {
        if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("scale must be positive and finite, was " + scale);
        }
    }

    /** Binary64 as it is. */
    public static Precision full() {
        return new Precision(FloatFormat.BINARY64, 1, false);
    }

    /** Whether the loss is scaled at all. */
    public boolean scales() {
        return dynamic || scale != 1;
    }
}
