package gradlab.verification.recheck;

/** What is known of a statement, at all points of the box alike. */
enum Truth implements Value {
    TRUE,
    FALSE,
    UNDEFINED,
    UNDECIDED;

    static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    Truth not() {
        return this == TRUE ? FALSE : this == FALSE ? TRUE : this;
    }
}
