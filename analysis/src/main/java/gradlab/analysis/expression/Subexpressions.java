package gradlab.analysis.expression;

import java.util.ArrayList;
import java.util.List;

/** The expressions that stand directly inside another. */
public final class Subexpressions {

    private Subexpressions() {}

    /** What an expression consists of; an index without a column names its row twice. */
    public static List<Expression> of(Expression expression) {
        if (expression instanceof Expression.Unary unary) {
            return List.of(unary.operand());
        } else if (expression instanceof Expression.Binary binary) {
            return List.of(binary.left(), binary.right());
        } else if (expression instanceof Expression.VectorLiteral vector) {
            return vector.items();
        } else if (expression instanceof Expression.MatrixLiteral matrix) {
            return matrix.rows().stream().flatMap(List::stream).toList();
        } else if (expression instanceof Expression.Call call) {
            return with(call.arguments(), call.function());
        } else if (expression instanceof Expression.Range range) {
            return List.of(range.from(), range.to(), range.body());
        } else if (expression instanceof Expression.Index index) {
            return with(List.of(index.target(), index.row()), index.column().orElse(index.row()));
        } else if (expression instanceof Expression.Conditional conditional) {
            return List.of(conditional.condition(), conditional.yes(), conditional.no());
        }
        return List.of();
    }

    private static List<Expression> with(List<Expression> parts, Expression other) {
        List<Expression> all = new ArrayList<>(parts);
        all.add(other);
        return all;
    }
}
