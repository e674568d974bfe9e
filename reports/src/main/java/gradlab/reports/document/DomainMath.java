package gradlab.reports.document;

import gradlab.analysis.expression.BinaryOperator;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.MathMarkup;
import gradlab.analysis.expression.MathMl;
import java.util.List;
import org.hipparchus.fraction.BigFraction;

/** Typesets the domains of variables as sets. */
final class DomainMath {

    private static final String REALS = MathMarkup.upright("ℝ");

    private final MathMl math;

    DomainMath(MathMl math) {
        this.math = math;
    }

    String of(Expression domain) {
        if (!(domain instanceof Expression.Call call) || !(call.function() instanceof Expression.Name name)) {
            return math.fragment(domain);
        }
        List<Expression> arguments = call.arguments();
        List<String> parts = arguments.stream().map(math::fragment).toList();
        return switch (name.name() + "/" + arguments.size()) {
            case "integer/2" -> MathMarkup.integers(parts.get(0), parts.get(1));
            case "real/0" -> REALS;
            case "real/2", "logreal/2" -> interval(parts);
            case "boolean/0" ->
                MathMarkup.fenced(
                        "{", MathMarkup.list(List.of(MathMarkup.text("true"), MathMarkup.text("false"))), "}");
            case "vector/1" -> MathMarkup.superscript(REALS, parts.get(0));
            case "vector/3" -> MathMarkup.superscript(interval(parts.subList(1, 3)), parts.get(0));
            case "unit/1" -> MathMarkup.superscript(MathMarkup.upright("S"), oneLess(arguments.get(0)));
            case "simplex/1" -> MathMarkup.superscript(MathMarkup.upright("Δ"), oneLess(arguments.get(0)));
            case "matrix/2" -> MathMarkup.superscript(REALS, size(parts));
            case "matrix/4" -> MathMarkup.superscript(interval(parts.subList(2, 4)), size(parts));
            case "symmetric/1" -> MathMarkup.subscript(MathMarkup.identifier("Sym"), parts.get(0));
            case "orthogonal/1" -> MathMarkup.upright("O") + MathMarkup.parenthesised(parts.get(0));
            case "permutation/1" -> MathMarkup.subscript(MathMarkup.identifier("Perm"), parts.get(0));
            case "list/2" -> MathMarkup.superscript(MathMarkup.parenthesised(of(arguments.get(1))), parts.get(0));
            default ->
                name.name().equals("choice")
                        ? MathMarkup.fenced("{", MathMarkup.list(parts), "}")
                        : math.fragment(domain);
        };
    }

    private static String interval(List<String> ends) {
        return MathMarkup.fenced("[", MathMarkup.list(ends), "]");
    }

    private static String size(List<String> parts) {
        return parts.get(0) + MathMarkup.operator("×") + parts.get(1);
    }

    /** The dimension of a sphere or simplex in a space of so many dimensions. */
    private String oneLess(Expression dimension) {
        if (dimension instanceof Expression.Literal literal) {
            return MathMl.number(literal.value().subtract(BigFraction.ONE));
        }
        Expression one = new Expression.Literal(BigFraction.ONE, dimension.position());
        return math.fragment(new Expression.Binary(BinaryOperator.SUBTRACT, dimension, one, dimension.position()));
    }
}
