package gradlab.dynamics.blueprint;

/** What an experiment may ask for at most; checked before anything is allocated. */
public final class Limits {
    /** Simple layers. */
    public static final int LAYERS = 200;

    /** Units, filters or heads of a layer. */
    public static final int UNITS = 4096;

    /** Updates. */
    public static final int STEPS = 100_000;

    /** Parameters of a network. */
    public static final int PARAMETERS = 20_000_000;

    /** Numbers that a pass over a batch keeps. */
    public static final int ACTIVATIONS = 50_000_000;

    /** Numbers that a run records. */
    public static final int RECORDED = 20_000_000;

    private Limits() {}

    /** Refuses a value outside of a range. */
    public static void check(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], was " + value);
        }
    }
}
