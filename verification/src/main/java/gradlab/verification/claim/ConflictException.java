package gradlab.verification.claim;

/** Independent evidence contradicts itself: a defect of this program, never of a claim. */
public final class ConflictException extends RuntimeException {

    /** A conflict about a claim. */
    public ConflictException(String claim, String what) {
        super("evidence on " + claim + " contradicts itself: " + what
                + "; this is a defect of gradlab, please report it");
    }
}
