package gradlab.verification.proof;

/** The checker could not be run to an answer: a time limit, an interruption, a full disk. */
final class CheckerFailure extends Exception {
    CheckerFailure(String message) {
        super(message);
    }
}
