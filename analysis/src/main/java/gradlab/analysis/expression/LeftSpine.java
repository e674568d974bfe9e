package gradlab.analysis.expression;

import java.util.ArrayDeque;
import java.util.Deque;

/** What joins from left to right: walked, not recursed into, for such chains can be long. */
final class LeftSpine {

    private LeftSpine() {}

    /** The operators down the left side that may stand on one line without parentheses, the innermost first. */
    static Deque<Expression.Binary> of(Expression.Binary top) {
        Deque<Expression.Binary> spine = new ArrayDeque<>();
        Expression node = top;
        while (node instanceof Expression.Binary binary
                && binary.operator().precedence() == top.operator().precedence()
                && (spine.isEmpty() || !binary.operator().isComparison())) {
            spine.push(binary);
            node = binary.left();
        }
        return spine;
    }
}
