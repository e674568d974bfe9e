package gradlab.analysis.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hipparchus.fraction.BigFraction;

/**
 * Typesets expressions as presentation MathML in the field's notation: fractions, roots, norms as double bars,
 * transposes, powers, sums with limits, Jacobians as J<sub>f</sub>(x). Parentheses stand only where precedence needs
 * them, numbers are exact, and every text is escaped. Entries are counted from 0, as the language does.
 */
public final class MathMl {

    private final MathNames names;
    private final MathOperators operators = new MathOperators(this);
    private final MathCalls calls = new MathCalls(this);

    private MathMl(MathNames names) {
        this.names = names;
    }

    /**
     * A printer for expressions over some names.
     *
     * @param namesInUse every name that the reader meets beside the expression, so that no two look alike
     */
    public static MathMl over(Set<String> namesInUse) {
        return new MathMl(new MathNames(namesInUse));
    }

    /** The expression as one {@code <math>} element. */
    public String of(Expression expression) {
        return MathMarkup.formula(fragment(expression));
    }

    /** The expression's elements, to stand inside a larger formula. */
    public String fragment(Expression expression) {
        return piece(expression).markup();
    }

    /**
     * The expression's elements in the pieces between which a line may break: before {@code ∧}, {@code ∨}, {@code ⇒}
     * and comparison signs outside parentheses.
     */
    public List<String> breakable(Expression expression) {
        List<String> pieces = new ArrayList<>();
        operators.breakInto(expression, "", MathPiece.OPEN, pieces);
        return List.copyOf(pieces);
    }

    /** A name's element. */
    public String name(String name) {
        return names.markup(name);
    }

    /** An exact number's elements. */
    public static String number(BigFraction value) {
        return MathNumbers.piece(value).markup();
    }

    MathPiece piece(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return MathNumbers.piece(literal.value());
        } else if (expression instanceof Expression.Text text) {
            return MathPiece.atom(MathMarkup.text("“" + text.text() + "”"));
        } else if (expression instanceof Expression.Name name) {
            return MathPiece.atom(names.markup(name.name()));
        } else if (expression instanceof Expression.Unary unary) {
            return operators.unary(unary);
        } else if (expression instanceof Expression.Binary binary) {
            return operators.binary(binary);
        } else if (expression instanceof Expression.VectorLiteral vector) {
            return MathPiece.atom(MathMarkup.parenthesised(MathMarkup.list(all(vector.items()))));
        } else if (expression instanceof Expression.MatrixLiteral matrix) {
            List<List<String>> rows = matrix.rows().stream().map(this::all).toList();
            return MathPiece.atom(MathMarkup.fenced("[", MathMarkup.table(rows), "]"));
        } else if (expression instanceof Expression.Call call) {
            return calls.piece(call);
        } else if (expression instanceof Expression.Range range) {
            return range(range);
        } else if (expression instanceof Expression.Index index) {
            return index(index);
        } else if (expression instanceof Expression.Conditional conditional) {
            return conditional(conditional);
        }
        throw new IllegalStateException("unknown node " + expression.getClass());
    }

    boolean isSymbol(String name) {
        return names.isSymbol(name);
    }

    List<String> all(List<Expression> items) {
        return items.stream().map(this::fragment).map(MathMarkup::row).toList();
    }

    private MathPiece range(Expression.Range range) {
        String index = names.markup(range.index());
        String from = fragment(range.from());
        String to = fragment(range.to());
        MathPiece body = piece(range.body());
        String under = index + MathMarkup.operator("=") + from;
        return switch (range.fold()) {
            case SUM ->
                MathPiece.of(MathMarkup.limits("∑", under, to) + body.behindOperator(MathPiece.FOLD), MathPiece.FOLD);
            case PRODUCT ->
                MathPiece.of(
                        MathMarkup.limits("∏", under, to) + body.behindOperator(MathPiece.MULTIPLY + 1),
                        MathPiece.FOLD);
            case ALL ->
                MathPiece.of(
                        MathMarkup.quantifier("∀")
                                + index
                                + MathMarkup.operator("∈")
                                + MathMarkup.integers(from, to)
                                + MathMarkup.operator(":")
                                + body.markup(),
                        MathPiece.OPEN);
        };
    }

    private MathPiece index(Expression.Index index) {
        String target = piece(index.target()).within(MathPiece.ATOM);
        String row = fragment(index.row());
        Optional<String> column = index.column().map(this::fragment);
        String both = column.map(c -> MathMarkup.list(List.of(row, c))).orElse(row);
        return MathPiece.of(MathMarkup.subscript(target, both), MathPiece.INDEX);
    }

    private MathPiece conditional(Expression.Conditional conditional) {
        String condition = MathMarkup.text("if ") + fragment(conditional.condition());
        List<List<String>> rows = List.of(
                List.of(fragment(conditional.yes()), condition),
                List.of(fragment(conditional.no()), MathMarkup.text("otherwise")));
        return MathPiece.of(MathMarkup.fenced("{", MathMarkup.table(rows), ""), MathPiece.IMPLIES);
    }
}
