package gradlab.reports.document;

import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.MathMarkup;
import gradlab.analysis.expression.MathMl;
import java.util.List;

/** Typesets the distributions of random variables. */
final class RandomMath {

    private static final String NORMAL = MathMarkup.upright("𝒩");
    private static final String UNIFORM = MathMarkup.upright("𝒰");

    private final MathMl math;

    RandomMath(MathMl math) {
        this.math = math;
    }

    String of(Expression distribution) {
        if (!(distribution instanceof Expression.Call call) || !(call.function() instanceof Expression.Name name)) {
            return math.fragment(distribution);
        }
        List<Expression> arguments = call.arguments();
        List<String> parts = arguments.stream().map(math::fragment).toList();
        return switch (name.name() + "/" + parts.size()) {
            case "gaussian/0" -> normal(MathMarkup.number("1"));
            case "gaussian/1" -> MathMarkup.superscript(normal(MathMarkup.number("1")), parts.get(0));
            case "gaussian/2" -> MathMarkup.superscript(normal(MathMarkup.number("1")), size(parts));
            case "gaussian/3" -> MathMarkup.superscript(normal(squared(parts.get(2))), size(parts));
            case "rademacher/1" -> MathMarkup.superscript(signs(MathMarkup.number("1")), parts.get(0));
            case "rademacher/2" -> MathMarkup.superscript(signs(parts.get(1)), parts.get(0));
            case "uniform/2" -> uniform(parts);
            case "uniform/3" -> MathMarkup.superscript(uniform(parts.subList(1, 3)), parts.get(0));
            case "uniform/4" -> MathMarkup.superscript(uniform(parts.subList(2, 4)), size(parts));
            case "list/2" -> MathMarkup.superscript(MathMarkup.parenthesised(of(arguments.get(1))), parts.get(0));
            default -> math.fragment(distribution);
        };
    }

    private static String normal(String variance) {
        return MathMarkup.row(
                NORMAL + MathMarkup.parenthesised(MathMarkup.list(List.of(MathMarkup.number("0"), variance))));
    }

    private static String squared(String deviation) {
        return MathMarkup.superscript(MathMarkup.row(MathMarkup.parenthesised(deviation)), MathMarkup.number("2"));
    }

    private static String uniform(List<String> ends) {
        return MathMarkup.row(UNIFORM + MathMarkup.fenced("[", MathMarkup.list(ends), "]"));
    }

    private static String signs(String scale) {
        String minus = MathMarkup.row(MathMarkup.prefix("−") + scale);
        return MathMarkup.row(
                UNIFORM + MathMarkup.fenced("{", MathMarkup.list(List.of(minus, MathMarkup.row(scale))), "}"));
    }

    private static String size(List<String> parts) {
        return MathMarkup.row(parts.get(0) + MathMarkup.operator("×") + parts.get(1));
    }
}
