package gradlab.dynamics.optimiser;

/**
 * What is done to a gradient before it is used: its norm is brought down to a limit (pascanu2013), or each entry.
 *
 * @param kind which
 * @param limit positive
 */
public record Clip(Kind kind, double limit) {
    /** The ways. */
    public enum Kind {
        /** Nothing is done. */
        NONE,
        /** The whole gradient is multiplied by limit/norm where its norm is above the limit. */
        NORM,
        /** Each entry is brought into [-limit, limit]. */
        VALUE
    }

    /** Checks the limit. */
    public Clip {
        if (kind != Kind.NONE && !(limit > 0 && limit < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("limit must be positive and finite, was " + limit);
        }
    }

    /** No clipping. */
    public static Clip none() {
        return new Clip(Kind.NONE, 0);
    }

    /** The clipped gradient; the same array if nothing is done. */
    public double[] of(double[] gradient, double norm) {
        if (kind == Kind.NONE || (kind == Kind.NORM && norm <= limit)) {
            return gradient;
        }
        double[] clipped = new double[gradient.length];
        for (int i = 0; i < clipped.length; i++) {
            clipped[i] =
                    kind == Kind.NORM ? gradient[i] * (limit / norm) : Math.max(-limit, Math.min(limit, gradient[i]));
        }
        return clipped;
    }
}
