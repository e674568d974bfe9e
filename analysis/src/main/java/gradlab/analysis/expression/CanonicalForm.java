package gradlab.analysis.expression;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hipparchus.fraction.BigFraction;

/**
 * An expression as one line of nested lists, operators first: numbers as reduced fractions, no positions, no
 * formatting. Two texts with the same canonical form say the same; hashes of claims are taken over it, and the
 * independent checker reads it.
 */
public final class CanonicalForm {

    private CanonicalForm() {}

    /** The canonical form of an expression. */
    public static String of(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return number(literal.value());
        } else if (expression instanceof Expression.Text text) {
            return '"' + text.text() + '"';
        } else if (expression instanceof Expression.Name name) {
            return name.name();
        } else if (expression instanceof Expression.Unary unary) {
            return list(head(unary.operator()), of(unary.operand()));
        } else if (expression instanceof Expression.Binary binary) {
            return list(binary.operator().symbol(), of(binary.left()), of(binary.right()));
        } else if (expression instanceof Expression.VectorLiteral vector) {
            return list("vector", all(vector.items()));
        } else if (expression instanceof Expression.MatrixLiteral matrix) {
            List<List<Expression>> rows = matrix.rows();
            String entries = all(rows.stream().flatMap(List::stream).toList());
            return list("matrix", rows.size() + " " + rows.get(0).size(), entries);
        } else if (expression instanceof Expression.Call call) {
            return call(call);
        } else if (expression instanceof Expression.Range range) {
            return list(range.fold().word(), range.index(), of(range.from()), of(range.to()), of(range.body()));
        } else if (expression instanceof Expression.Index index) {
            String column = index.column().map(CanonicalForm::of).orElse("");
            return list("index", of(index.target()), of(index.row()), column);
        } else if (expression instanceof Expression.Conditional conditional) {
            return list("if", of(conditional.condition()), of(conditional.yes()), of(conditional.no()));
        }
        throw new IllegalStateException("unknown node " + expression.getClass());
    }

    /** Whether a name occurs in an expression. */
    public static boolean mentions(Expression expression, String name) {
        return of(expression).matches("(?s).*(?<![A-Za-z0-9_])" + Pattern.quote(name) + "(?![A-Za-z0-9_]).*");
    }

    /** A rational as {@code p} or {@code p/q}, reduced, q above 0. */
    public static String number(BigFraction value) {
        BigFraction reduced = value.reduce();
        return reduced.getDenominator().equals(java.math.BigInteger.ONE)
                ? reduced.getNumerator().toString()
                : reduced.getNumerator() + "/" + reduced.getDenominator();
    }

    private static String call(Expression.Call call) {
        // A name that a file may take for its own is written as if it were the file's: the lines that define names
        // tell.
        boolean builtin = call.function() instanceof Expression.Name name
                && Builtins.function(name.name()).isPresent()
                && !Builtins.yielding().contains(name.name());
        String arguments = all(call.arguments());
        if (!builtin) {
            return list("apply", of(call.function()), arguments);
        }
        // The sum of a vector is told from the sum over a range by its name, a value without arguments needs no list.
        String name = of(call.function());
        return arguments.isEmpty() ? name : list(name.equals("sum") ? "sumv" : name, arguments);
    }

    private static String head(UnaryOperator operator) {
        return switch (operator) {
            case NEGATE -> "neg";
            case NOT -> "not";
            case TRANSPOSE -> "transpose";
        };
    }

    private static String all(List<Expression> items) {
        return items.stream().map(CanonicalForm::of).collect(Collectors.joining(" "));
    }

    private static String list(String... parts) {
        return java.util.Arrays.stream(parts).filter(p -> !p.isEmpty()).collect(Collectors.joining(" ", "(", ")"));
    }
}
