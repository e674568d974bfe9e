package gradlab.dynamics.system;

/** An orbit that cannot go on; the message is one line that says where, when and why. */
public final class OrbitException extends RuntimeException {

    /** An orbit that ended for this reason. */
    public OrbitException(String message) {
        super(message);
    }
}
