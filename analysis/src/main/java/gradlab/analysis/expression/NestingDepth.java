package gradlab.analysis.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/**
 * How many nodes of an expression stand one inside another, names counted as deep as what they stand for: what a
 * recursive evaluation needs of the stack. Long chains of operators and of definitions nest as brackets do. Found without
 * recursion.
 */
public final class NestingDepth {

    /** Deepest that is evaluated: a stack of half a megabyte holds it. */
    public static final int DEEPEST = 300;

    private NestingDepth() {}

    /** A node and how deep it stands. */
    private record Node(Expression expression, int depth) {}

    /** The depth of an expression, given the depth of what each name stands for. */
    public static int of(Expression expression, Map<String, Integer> names) {
        Deque<Node> open = new ArrayDeque<>();
        open.push(new Node(expression, 1));
        int deepest = 1;
        while (!open.isEmpty()) {
            Node node = open.pop();
            int own = node.expression() instanceof Expression.Name name ? names.getOrDefault(name.name(), 0) : 0;
            deepest = Math.max(deepest, node.depth() + own);
            Subexpressions.of(node.expression()).forEach(part -> open.push(new Node(part, node.depth() + 1)));
        }
        return deepest;
    }
}
