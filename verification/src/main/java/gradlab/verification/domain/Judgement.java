package gradlab.verification.domain;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.FormatArithmetic;
import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.arithmetic.RealArithmetic;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.expression.Evaluator;
import gradlab.analysis.expression.ExactAverages;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.RunSource;
import gradlab.analysis.expression.Scope;
import gradlab.analysis.moment.MomentArithmetic;
import gradlab.analysis.moment.RandomReal;
import gradlab.analysis.multiprecision.BigArithmetic;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;

/**
 * Judges a claim in one case, rigorously: in intervals first, which is fast, exactly where these cannot tell, and
 * in intervals of many digits where that is of no avail. A rounding error never decides. A claim about a floating-point format is judged by replaying its operations.
 */
public final class Judgement {

    private final Claim claim;
    private final RunSource runs;

    /** For a claim whose runs, if it speaks of any, come from a source. */
    public Judgement(Claim claim, RunSource runs) {
        this.claim = claim;
        this.runs = runs;
    }

    /** What the claim comes to in a case of its domain. */
    public Outcome of(Case values) {
        if (claim.isStatistical()) {
            return onAverage(values);
        }
        if (claim.format().isPresent()) {
            return in(new FormatArithmetic(claim.format().get()), values);
        }
        Outcome outcome = in(IntervalArithmetic.INTERVALS, values);
        outcome = outcome == Outcome.UNDECIDED ? in(new RealArithmetic(), values) : outcome;
        return outcome == Outcome.UNDECIDED ? in(new BigArithmetic(), values) : outcome;
    }

    /** Whether a case certainly meets every hypothesis. */
    public boolean admits(Case values) {
        return claim.hypotheses().isEmpty()
                || admits(IntervalArithmetic.INTERVALS, values)
                || admits(new RealArithmetic(), values)
                || admits(new BigArithmetic(), values);
    }

    private <N> boolean admits(Arithmetic<N> numbers, Case values) {
        Evaluator<N> evaluator = new Evaluator<>(claim.file(), numbers, runs);
        Scope<N> scope = CaseScope.of(claim, values, numbers, evaluator);
        return claim.hypotheses().stream().allMatch(h -> evaluator.truth(h, scope) == Truth.TRUE);
    }

    /** By exact moments of the random variables. */
    private Outcome onAverage(Case values) {
        MomentArithmetic numbers = new MomentArithmetic();
        Evaluator<RandomReal> evaluator = new Evaluator<>(claim.file(), numbers, runs, new ExactAverages(numbers));
        Scope<RandomReal> scope = CaseScope.of(claim, values, numbers, evaluator);
        new RandomScope<RandomReal>(numbers, RandomReal.Constant::new, numbers::random)
                .bind(scope, DistributionReader.of(claim, values));
        return in(evaluator, scope);
    }

    /** What one arithmetic can say. */
    public <N> Outcome in(Arithmetic<N> numbers, Case values) {
        Evaluator<N> evaluator = new Evaluator<>(claim.file(), numbers, runs);
        return in(evaluator, CaseScope.of(claim, values, numbers, evaluator));
    }

    /** What an evaluator can say in a scope that has all names. */
    public <N> Outcome in(Evaluator<N> evaluator, Scope<N> scope) {
        Truth hypotheses = Truth.TRUE;
        for (Expression hypothesis : claim.hypotheses()) {
            Truth truth = evaluator.truth(hypothesis, scope);
            if (truth == Truth.FALSE) {
                return Outcome.DISCARDED;
            }
            hypotheses = weaker(hypotheses, truth);
        }
        return switch (hypotheses) {
            case UNDEFINED -> Outcome.UNDEFINED;
            case TRUE -> outcome(evaluator.truth(claim.statement(), scope));
            case UNDECIDED, FALSE -> Outcome.UNDECIDED;
        };
    }

    private static Truth weaker(Truth a, Truth b) {
        return a == Truth.UNDEFINED || b == Truth.UNDEFINED ? Truth.UNDEFINED : a == Truth.UNDECIDED ? a : b;
    }

    private static Outcome outcome(Truth truth) {
        return switch (truth) {
            case TRUE -> Outcome.SATISFIED;
            case FALSE -> Outcome.VIOLATED;
            case UNDECIDED -> Outcome.UNDECIDED;
            case UNDEFINED -> Outcome.UNDEFINED;
        };
    }
}
