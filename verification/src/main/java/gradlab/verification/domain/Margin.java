package gradlab.verification.domain;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.DoubleArithmetic;
import gradlab.analysis.arithmetic.FormatArithmetic;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.expression.BinaryOperator;
import gradlab.analysis.expression.Evaluator;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.RunSource;
import gradlab.analysis.expression.Scope;
import gradlab.analysis.expression.UnaryOperator;
import gradlab.analysis.source.SourceException;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import java.util.OptionalDouble;

/**
 * How far a case is from violating its claim, in binary64: right side minus left for {@code <=} and {@code <}, the other
 * way round for {@code >=} and {@code >}, minus the distance for {@code ==}; the smaller of the two for {@code and}, the
 * larger for {@code or}. Negative where the claim fails. It steers and it informs; it decides nothing.
 */
public final class Margin {

    private final Claim claim;
    private final Arithmetic<Double> numbers;
    private final Evaluator<Double> evaluator;

    /** For a claim about the reals, or about a format, in whose own numbers the margin then is. */
    public Margin(Claim claim) {
        this.claim = claim;
        this.numbers =
                claim.format().<Arithmetic<Double>>map(FormatArithmetic::new).orElse(DoubleArithmetic.BINARY64);
        this.evaluator = new Evaluator<>(claim.file(), numbers, RunSource.NONE);
    }

    /** The margin in a case that meets the hypotheses; empty if it does not, or where a margin means nothing. */
    public OptionalDouble of(Case values) {
        try {
            Scope<Double> scope = CaseScope.of(claim, values, numbers, evaluator);
            for (Expression hypothesis : claim.hypotheses()) {
                if (evaluator.truth(hypothesis, scope) != Truth.TRUE) {
                    return OptionalDouble.empty();
                }
            }
            return margin(claim.statement(), scope, true);
        } catch (NoValueException | SourceException | IllegalArgumentException e) {
            // A size that fits exactly need not fit here: 0.1*3*10 is no integer in binary64.
            return OptionalDouble.empty();
        }
    }

    private OptionalDouble margin(Expression statement, Scope<Double> scope, boolean positive) {
        if (statement instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NOT) {
            return margin(unary.operand(), scope, !positive);
        }
        if (!(statement instanceof Expression.Binary binary)) {
            return OptionalDouble.empty();
        }
        if (binary.operator().isLogical()) {
            return connective(binary, scope, positive);
        }
        return binary.operator().isComparison() ? comparison(binary, scope, positive) : OptionalDouble.empty();
    }

    private OptionalDouble comparison(Expression.Binary binary, Scope<Double> scope, boolean positive) {
        if (!(evaluator.value(binary.left(), scope) instanceof gradlab.analysis.expression.Value.OfNumber)) {
            return OptionalDouble.empty();
        }
        double left = evaluator.number(binary.left(), scope);
        double right = evaluator.number(binary.right(), scope);
        double margin = switch (binary.operator()) {
            case LESS, LESS_OR_EQUAL -> right - left;
            case GREATER, GREATER_OR_EQUAL -> left - right;
            case EQUAL -> -Math.abs(left - right);
            default -> Math.abs(left - right);
        };
        return Double.isFinite(margin) ? OptionalDouble.of(positive ? margin : -margin) : OptionalDouble.empty();
    }

    private OptionalDouble connective(Expression.Binary binary, Scope<Double> scope, boolean positive) {
        boolean implies = binary.operator() == BinaryOperator.IMPLIES;
        OptionalDouble left = margin(binary.left(), scope, implies != positive);
        boolean smaller = (binary.operator() == BinaryOperator.AND) == positive;
        if (left.isPresent() && settles(left.getAsDouble(), smaller)) {
            return left;
        }
        OptionalDouble right = margin(binary.right(), scope, positive);
        if (left.isEmpty() || right.isEmpty()) {
            return OptionalDouble.empty();
        }
        double a = left.getAsDouble();
        double b = right.getAsDouble();
        return OptionalDouble.of(smaller ? Math.min(a, b) : Math.max(a, b));
    }

    /** Whether the left side alone settles the connective, so that the right may have no value. */
    private static boolean settles(double left, boolean conjunction) {
        return conjunction ? left < 0 : left > 0;
    }
}
