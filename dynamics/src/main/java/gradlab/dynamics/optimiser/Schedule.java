package gradlab.dynamics.optimiser;

/**
 * What the rate is multiplied by at a step: (s + 1)/warmup during the warm-up (goyal2017), after it 1; or a half cosine from 1
 * to {@code floor} at the last step (loshchilovhutter2017); or {@code factor} to the number of whole {@code every} steps
 * since.
 *
 * @param kind the course after the warm-up
 * @param warmup steps of warm-up, 0 for none
 * @param floor where the cosine ends, in [0, 1]
 * @param factor of a stair
 * @param every steps of a stair, at least 1
 */
public record Schedule(Kind kind, int warmup, double floor, double factor, int every) {
    /** The courses. */
    public enum Kind {
        /** Level. */
        CONSTANT,
        /** Half a cosine. */
        COSINE,
        /** Stairs. */
        STEP
    }

    /** Checks the numbers. */
    public Schedule {
        if (warmup < 0 || every < 1 || !(floor >= 0 && floor <= 1) || !(factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException("warmup must be at least 0, every at least 1, floor in [0, 1] and factor"
                    + " in (0, 1], were " + warmup + ", " + every + ", " + floor + " and " + factor);
        }
    }

    /** No schedule. */
    public static Schedule constant() {
        return new Schedule(Kind.CONSTANT, 0, 0, 1, 1);
    }

    /** Whether the rate ever changes. */
    public boolean isConstant() {
        return kind == Kind.CONSTANT && warmup == 0;
    }

    /** The factor at a step, from 0, of so many. */
    public double factor(int step, int steps) {
        if (step < warmup) {
            return (step + 1.0) / warmup;
        }
        return switch (kind) {
            case CONSTANT -> 1;
            case COSINE -> {
                double done = (double) (step - warmup) / Math.max(1, steps - 1 - warmup);
                yield floor + (1 - floor) * 0.5 * (1 + StrictMath.cos(Math.PI * Math.min(1, done)));
            }
            case STEP -> StrictMath.pow(factor, Math.floorDiv(step - warmup, every));
        };
    }
}
