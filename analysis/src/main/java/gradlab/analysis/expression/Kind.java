package gradlab.analysis.expression;

/** What sort of thing an expression stands for. */
public enum Kind {
    /** True or false. */
    TRUTH('t', "a truth value"),
    /** A real number. */
    NUMBER('n', "a number"),
    /** A vector. */
    VECTOR('v', "a vector"),
    /** A matrix. */
    MATRIX('m', "a matrix"),
    /** A list of things of one kind. */
    LIST('L', "a list"),
    /** A function of a vector. */
    LAYER('f', "a layer"),
    /** A recorded training run. */
    RUN('r', "a run"),
    /** A quoted text. */
    TEXT('x', "a quoted text");

    private final char letter;
    private final String description;

    Kind(char letter, String description) {
        this.letter = letter;
        this.description = description;
    }

    /** With its article, for messages. */
    public String description() {
        return description;
    }

    static Kind of(char letter) {
        for (Kind kind : values()) {
            if (kind.letter == letter) {
                return kind;
            }
        }
        throw new IllegalArgumentException("letter must name a kind, was " + letter);
    }
}
