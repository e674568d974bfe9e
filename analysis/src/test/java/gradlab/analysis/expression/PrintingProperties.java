package gradlab.analysis.expression;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.source.Position;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.hipparchus.fraction.BigFraction;

/** What holds of every printed expression. */
class PrintingProperties {

    private static final Position HERE = Position.START;
    private static final MathMl MATH = MathMl.over(Set.of());
    private static final Map<String, String> SEEN = new HashMap<>();

    @Property
    void textParsesToTheSameExpression(@ForAll("expressions") Expression expression) {
        String text = ExpressionText.of(expression);
        Expression again = ExpressionParser.parse("test", text, HERE);
        assertThat(CanonicalForm.of(again)).isEqualTo(CanonicalForm.of(expression));
        assertThat(ExpressionText.of(again)).isEqualTo(text);
    }

    @Property
    void mathIsWellFormed(@ForAll("expressions") Expression expression) {
        assertThat(Linear.of(MATH.of(expression))).isNotBlank();
    }

    /** Parentheses are not saved at the price of meaning: what looks alike is alike. */
    @Property(tries = 5_000)
    void differentExpressionsLookDifferent(@ForAll("operators") Expression expression) {
        String canonical = CanonicalForm.of(expression);
        String before = SEEN.putIfAbsent(Linear.of(MATH.of(expression)), canonical);
        assertThat(before == null ? canonical : before).isEqualTo(canonical);
    }

    @Provide
    Arbitrary<Expression> operators() {
        return operators(3);
    }

    private static Arbitrary<Expression> operators(int depth) {
        Arbitrary<Expression> names = Arbitraries.of("a", "b").map(n -> new Expression.Name(n, HERE));
        if (depth == 0) {
            return names;
        }
        Arbitrary<Expression> smaller = operators(depth - 1);
        Arbitrary<Expression> not = smaller.map(x -> new Expression.Unary(UnaryOperator.NOT, x, HERE));
        Arbitrary<Expression> transposed = smaller.map(x -> new Expression.Unary(UnaryOperator.TRANSPOSE, x, HERE));
        return Arbitraries.oneOf(List.of(names, binary(smaller), binary(smaller), not, transposed));
    }

    private static Arbitrary<Expression> binary(Arbitrary<Expression> operand) {
        return Combinators.combine(Arbitraries.of(BinaryOperator.values()), operand, operand)
                .as((operator, left, right) -> new Expression.Binary(operator, left, right, HERE));
    }

    @Provide
    Arbitrary<Expression> expressions() {
        return expressions(3);
    }

    private static Arbitrary<Expression> expressions(int depth) {
        Arbitrary<Expression> numbers = Combinators.combine(
                        Arbitraries.longs().greaterOrEqual(0),
                        Arbitraries.integers().between(-12, 12))
                .as((digits, power) -> new Expression.Literal(decimal(digits, power), HERE));
        Arbitrary<Expression> names =
                Arbitraries.of("a", "W_h", "x1", "eps", "relu").map(n -> new Expression.Name(n, HERE));
        Arbitrary<Expression> texts = Arbitraries.of("loss", "a<b&c", "").map(t -> new Expression.Text(t, HERE));
        if (depth == 0) {
            return Arbitraries.oneOf(List.of(numbers, names, texts));
        }
        Arbitrary<Expression> smaller = expressions(depth - 1);
        return Arbitraries.oneOf(
                List.of(numbers, names, binary(smaller), binary(smaller), unary(smaller), larger(smaller)));
    }

    private static Arbitrary<Expression> unary(Arbitrary<Expression> operand) {
        return Combinators.combine(Arbitraries.of(UnaryOperator.values()), operand)
                .as((operator, x) -> new Expression.Unary(operator, x, HERE));
    }

    private static Arbitrary<Expression> larger(Arbitrary<Expression> parts) {
        return Combinators.combine(Arbitraries.integers().between(0, 6), parts, parts, parts)
                .as(PrintingProperties::larger);
    }

    private static Expression larger(int shape, Expression a, Expression b, Expression c) {
        return switch (shape) {
            case 0 -> new Expression.Index(a, b, Optional.of(c), HERE);
            case 1 -> new Expression.Index(a, b, Optional.empty(), HERE);
            case 2 -> new Expression.Conditional(a, b, c, HERE);
            case 3 -> new Expression.Range(Fold.SUM, "i", a, b, c, HERE);
            case 4 -> new Expression.Range(Fold.ALL, "i", a, b, c, HERE);
            case 5 -> new Expression.Call(new Expression.Name("max", HERE), List.of(a, b, c), HERE);
            default -> new Expression.MatrixLiteral(List.of(List.of(a, b), List.of(b, c)), HERE);
        };
    }

    private static BigFraction decimal(long digits, int power) {
        BigFraction ten = new BigFraction(10);
        return new BigFraction(digits).multiply(ten.pow(power));
    }
}
