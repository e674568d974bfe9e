package gradlab.dynamics.training;

/** What an experiment may ask for at most; checked before anything is allocated. */
final class Limits {
    static final int LAYERS = 200;
    static final int UNITS = 4096;
    static final int STEPS = 100_000;
    static final int PARAMETERS = 20_000_000;
    static final int ACTIVATIONS = 50_000_000;
    static final int RECORDED = 20_000_000;

    private Limits() {}

    static void check(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], was " + value);
        }
    }
}
