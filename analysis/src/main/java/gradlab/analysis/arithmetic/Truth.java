package gradlab.analysis.arithmetic;

import java.util.function.Supplier;

/**
 * What an evaluation can say of a statement.
 *
 * <p>Connectives look at their left side first, as guards are read: a false antecedent, a false conjunct or a true
 * disjunct on the left settles the matter and the right side is not looked at; an undefined left side makes the whole
 * undefined (McCarthy's three-valued logic, mccarthy1963). An undecided left side leaves the whole undecided, since
 * the right side might be undefined just where the left would not have guarded it.
 */
public enum Truth {
    /** Established. */
    TRUE,
    /** Its negation is established. */
    FALSE,
    /** The arithmetic at hand was not sharp enough to tell. */
    UNDECIDED,
    /** It has no truth value: a division by zero, the derivative at a kink. */
    UNDEFINED;

    /** Both; the right side only where the left is true. */
    public Truth and(Supplier<Truth> right) {
        return this == TRUE ? right.get() : this;
    }

    /** Either; the right side only where the left is false. */
    public Truth or(Supplier<Truth> right) {
        return this == FALSE ? right.get() : this;
    }

    /** Consequence; the right side only where the left is true. */
    public Truth implies(Supplier<Truth> right) {
        return not().or(right);
    }

    /** The opposite of what is decided. */
    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNDECIDED, UNDEFINED -> this;
        };
    }

    /** True or false as told. */
    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Whether it is true or false. */
    public boolean isDecided() {
        return this == TRUE || this == FALSE;
    }
}
