package gradlab.verification.expectation;

import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.expression.Averages;
import gradlab.analysis.expression.BinaryOperator;
import gradlab.analysis.expression.Evaluator;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.RunSource;
import gradlab.analysis.expression.Scope;
import gradlab.analysis.expression.UnaryOperator;
import gradlab.analysis.expression.Value;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.source.Position;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.domain.CaseScope;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A claim's statement in one case, given an interval for each mean in it. */
final class Statement {

    private final Claim claim;
    private final double tolerance;
    private final Evaluator<Interval> evaluator;
    private final Scope<Interval> scope;

    /**
     * The statement of a claim.
     *
     * @param means interval by {@link Term#key}; of a mean that is missing nothing is known
     */
    Statement(Claim claim, Case values, Map<String, Interval> means) {
        this.claim = claim;
        this.tolerance = claim.support().tolerance().doubleValue();
        IntervalArithmetic numbers = IntervalArithmetic.INTERVALS;
        Averages<Interval> averages = (call, inner, asking) -> {
            Map<String, Integer> indices = new TreeMap<>();
            Terms.indicesOf(claim).forEach(name -> index(name, inner, asking).ifPresent(i -> indices.put(name, i)));
            Interval mean = means.get(new Term(call, new TreeMap<>(indices)).key());
            if (mean == null) {
                throw NoValueException.undecided("a mean that is not known");
            }
            return new Value.OfNumber<>(mean);
        };
        this.evaluator = new Evaluator<>(claim.file(), numbers, RunSource.NONE, averages);
        this.scope = CaseScope.of(claim, values, numbers, evaluator);
    }

    private static Optional<Integer> index(String name, Scope<Interval> scope, Evaluator<Interval> evaluator) {
        return scope.contains(name)
                ? IntervalArithmetic.INTERVALS
                        .integer(evaluator.number(new Expression.Name(name, Position.START), scope))
                        .map(java.math.BigInteger::intValueExact)
                : Optional.empty();
    }

    /** Whether the intervals alone decide it. */
    Truth truth() {
        return evaluator.truth(claim.statement(), scope);
    }

    /**
     * Whether the intervals satisfy it within the tolerance and are narrower than that. Of a comparison both sides
     * together may be as wide, and as far on the wrong side, as the tolerance times the larger magnitude of the two.
     */
    boolean isSatisfiedWithinTolerance() {
        try {
            return satisfied(claim.statement(), true);
        } catch (NoValueException e) {
            return false;
        }
    }

    private boolean satisfied(Expression statement, boolean positive) {
        if (statement instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NOT) {
            return satisfied(unary.operand(), !positive);
        }
        if (statement instanceof Expression.Binary binary && binary.operator().isLogical()) {
            boolean implies = binary.operator() == BinaryOperator.IMPLIES;
            boolean both = (binary.operator() == BinaryOperator.AND) == positive;
            boolean left = satisfied(binary.left(), implies != positive);
            return both ? left && satisfied(binary.right(), positive) : left || satisfied(binary.right(), positive);
        }
        if (statement instanceof Expression.Binary binary && isComparisonOfNumbers(binary)) {
            return compared(binary, positive);
        }
        return evaluator.truth(statement, scope) == Truth.of(positive);
    }

    private boolean isComparisonOfNumbers(Expression.Binary binary) {
        return binary.operator().isComparison()
                && evaluator.value(binary.left(), scope) instanceof Value.OfNumber
                && evaluator.value(binary.right(), scope) instanceof Value.OfNumber;
    }

    private boolean compared(Expression.Binary binary, boolean positive) {
        Interval left = evaluator.number(binary.left(), scope);
        Interval right = evaluator.number(binary.right(), scope);
        if (evaluator.truth(binary, scope).isDecided() && isSharp(left) && isSharp(right)) {
            return evaluator.truth(binary, scope) == Truth.of(positive);
        }
        double slack = tolerance * Math.max(left.mignitude(), right.mignitude());
        boolean narrow = left.width() + right.width() <= slack;
        double leftAbove = left.upper() - right.lower();
        double rightAbove = right.upper() - left.lower();
        boolean holds = switch (binary.operator()) {
            case LESS, LESS_OR_EQUAL -> positive ? leftAbove <= slack : rightAbove <= slack;
            case GREATER, GREATER_OR_EQUAL -> positive ? rightAbove <= slack : leftAbove <= slack;
            default ->
                (binary.operator() == BinaryOperator.EQUAL) == positive
                        ? Math.max(leftAbove, rightAbove) <= slack
                        : !left.overlaps(right);
        };
        return narrow && holds;
    }

    /** Whether nothing sampled is in it, to go by its width. */
    private static boolean isSharp(Interval interval) {
        return interval.width() <= 1e-9 * interval.magnitude();
    }

    /**
     * How far it is from violation where each interval is replaced by its middle: the difference of the sides on the right
     * side of zero, relative to the larger one; the smaller of two for {@code and}, the larger for {@code or}.
     */
    double margin() {
        try {
            return margin(claim.statement(), true);
        } catch (NoValueException e) {
            return 0;
        }
    }

    private double margin(Expression statement, boolean positive) {
        if (statement instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NOT) {
            return margin(unary.operand(), !positive);
        }
        if (statement instanceof Expression.Binary binary && binary.operator().isLogical()) {
            boolean implies = binary.operator() == BinaryOperator.IMPLIES;
            boolean both = (binary.operator() == BinaryOperator.AND) == positive;
            double left = margin(binary.left(), implies != positive);
            double right = margin(binary.right(), positive);
            return both ? Math.min(left, right) : Math.max(left, right);
        }
        if (statement instanceof Expression.Binary binary && isComparisonOfNumbers(binary)) {
            double left = evaluator.number(binary.left(), scope).midpoint();
            double right = evaluator.number(binary.right(), scope).midpoint();
            double scale = Math.max(Double.MIN_NORMAL, Math.max(Math.abs(left), Math.abs(right)));
            double margin = switch (binary.operator()) {
                case LESS, LESS_OR_EQUAL -> right - left;
                case GREATER, GREATER_OR_EQUAL -> left - right;
                case EQUAL -> -Math.abs(left - right);
                default -> Math.abs(left - right);
            };
            return (positive ? margin : -margin) / scale;
        }
        return evaluator.truth(statement, scope) == Truth.of(positive) ? 1 : -1;
    }
}
