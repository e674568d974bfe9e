package gradlab.verification.certificate;

import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.expression.Evaluator;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.RunSource;
import gradlab.analysis.expression.Scope;
import gradlab.analysis.interval.Interval;
import gradlab.verification.claim.Claim;

/**
 * How far a claim's statement is from being settled on a box: by how much the larger side of a comparison may fall short in
 * interval arithmetic. Boxes are cut where that helps most; it decides nothing.
 *
 * @param claim the claim
 */
record Openness(Claim claim) {
    private static final BoxScope<Interval> SCOPE = new BoxScope<>(
            IntervalArithmetic.INTERVALS,
            (low, high) -> Interval.hull(IntervalArithmetic.INTERVALS.of(low), IntervalArithmetic.INTERVALS.of(high)));

    /** Infinity where it cannot be said. */
    double of(Box box) {
        Evaluator<Interval> evaluator = new Evaluator<>(claim.file(), IntervalArithmetic.INTERVALS, RunSource.NONE);
        try {
            return of(claim.statement(), evaluator, SCOPE.of(claim, box, evaluator));
        } catch (NoValueException e) {
            return Double.POSITIVE_INFINITY;
        }
    }

    private static double of(Expression statement, Evaluator<Interval> evaluator, Scope<Interval> scope) {
        if (!(statement instanceof Expression.Binary binary)) {
            return Double.POSITIVE_INFINITY;
        }
        return switch (binary.operator()) {
            case AND -> Math.max(of(binary.left(), evaluator, scope), of(binary.right(), evaluator, scope));
            case LESS, LESS_OR_EQUAL -> shortfall(binary.left(), binary.right(), evaluator, scope);
            case GREATER, GREATER_OR_EQUAL -> shortfall(binary.right(), binary.left(), evaluator, scope);
            default -> Double.POSITIVE_INFINITY;
        };
    }

    private static double shortfall(
            Expression smaller, Expression larger, Evaluator<Interval> evaluator, Scope<Interval> scope) {
        return evaluator
                .number(smaller, scope)
                .subtract(evaluator.number(larger, scope))
                .upper();
    }
}
