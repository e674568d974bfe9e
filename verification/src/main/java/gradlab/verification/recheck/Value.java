package gradlab.verification.recheck;

import java.util.List;

/** What an expression evaluates to. A vector is a matrix of one column, a number a matrix of one entry. */
sealed interface Value permits Mat, CaseCheck.Answer, Value.Items, Value.Text, Layer {
    /** A list of values. */
    record Items(List<Value> items) implements Value {}

    /** A quoted text. */
    record Text(String text) implements Value {}
}
