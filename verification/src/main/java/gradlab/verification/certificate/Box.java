package gradlab.verification.certificate;

import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;

/**
 * All cases between two corners, number by number; where the corners agree, a value is exact.
 *
 * @param lower the corner of smallest numbers
 * @param upper the corner of largest numbers
 */
public record Box(Case lower, Case upper) {

    /** The box without variables. */
    public static final Box EMPTY = new Box(Case.EMPTY, Case.EMPTY);

    /** The same box with one more variable, between two values. */
    public Box with(String name, CaseValue low, CaseValue high) {
        return new Box(lower.with(name, low), upper.with(name, high));
    }

    /** Whether it is a single case. */
    public boolean isCase() {
        return lower.equals(upper);
    }
}
