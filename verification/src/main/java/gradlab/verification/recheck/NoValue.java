package gradlab.verification.recheck;

/** An expression has no value here, or none that can be told. */
final class NoValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean certain;

    private NoValue(boolean certain, String message) {
        super(message, null, false, false);
        this.certain = certain;
    }

    static NoValue undefined(String message) {
        return new NoValue(true, message);
    }

    static NoValue undecided(String message) {
        return new NoValue(false, message);
    }

    Truth truth() {
        return certain ? Truth.UNDEFINED : Truth.UNDECIDED;
    }
}
