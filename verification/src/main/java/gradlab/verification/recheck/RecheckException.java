package gradlab.verification.recheck;

/** The text put before the checker is no case: not well formed, of wrong kinds or shapes, or beyond the limits of size. */
public final class RecheckException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    RecheckException(String message) {
        super(message);
    }

    static void require(boolean fits, String expected) {
        if (!fits) {
            throw new RecheckException("expected " + expected);
        }
    }
}
