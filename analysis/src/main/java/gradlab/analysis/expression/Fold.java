package gradlab.analysis.expression;

/** What gathers the values of an expression over a range of integers. */
public enum Fold {
    /** Their sum; 0 over an empty range. */
    SUM("sum"),
    /** Their product; 1 over an empty range. */
    PRODUCT("prod"),
    /** Whether all hold; true over an empty range. */
    ALL("all");

    private final String word;

    Fold(String word) {
        this.word = word;
    }

    /** As it is written. */
    public String word() {
        return word;
    }
}
