package gradlab.dynamics.training;

/**
 * Sequences that grow: from a first length to the data's own in {@link #STAGES} stages of equal duration (bengio2009).
 *
 * @param from the first length
 * @param over steps until the full length
 */
public record Curriculum(int from, int over) {
    /** How many lengths before the full one. */
    public static final int STAGES = 8;

    /** The stage of a step; {@link #STAGES} is the full length. */
    public int stage(int step) {
        return step >= over ? STAGES : (int) ((long) step * STAGES / over);
    }

    /** The length in a stage where the full length is {@code full}. */
    public int length(int stage, int full) {
        return from + (int) ((long) (full - from) * stage / STAGES);
    }
}
