package gradlab.verification.expectation;

import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Real;
import gradlab.analysis.arithmetic.RealArithmetic;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.expression.Evaluator;
import gradlab.analysis.expression.RunSource;
import gradlab.analysis.expression.Scope;
import gradlab.analysis.expression.Value;
import gradlab.analysis.interval.Interval;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Evidence;
import gradlab.verification.domain.CaseScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How often something happens in training runs with random seeds: one sample, judged by exact binomial intervals. */
public final class RunFrequencies {

    private final Claim claim;
    private final List<Term> terms;

    /** Of a claim whose one random variable is a seed. */
    public RunFrequencies(Claim claim) {
        this.claim = claim;
        this.terms = Terms.of(claim, Case.EMPTY);
    }

    /**
     * What the run of one seed shows.
     *
     * @param events whether that happened of which the probability is asked, for each probability in the claim
     */
    public record Observation(List<Truth> events) {
        /** Copies the list. */
        public Observation {
            events = List.copyOf(events);
        }
    }

    /** What runs that were observed of seeds drawn independently say of the claim. */
    public Evidence.Expectation of(List<Observation> seen) {
        List<Sample> samples = new ArrayList<>();
        for (int k = 0; k < terms.size(); k++) {
            int term = k;
            List<Interval> events = seen.stream()
                    .flatMap(run -> Sampler.event(run.events().get(term)).stream())
                    .toList();
            samples.add(new Sample(events, 0, new Interval(0, 1)));
        }
        return judged(new Estimate(Map.of(), terms, samples));
    }

    /** Observes the run of one seed. Safe for several threads, with a source of runs for each. */
    public Observation of(long seed, RunSource runs) {
        RealArithmetic numbers = new RealArithmetic();
        Evaluator<Real> evaluator = new Evaluator<>(claim.file(), numbers, runs);
        Scope<Real> scope = CaseScope.of(claim, Case.EMPTY, numbers, evaluator);
        claim.random().forEach(v -> scope.bind(v.name(), new Value.OfNumber<>(numbers.of(seed))));
        return new Observation(terms.stream()
                .map(term -> event(term, evaluator, scope, numbers))
                .toList());
    }

    private static Truth event(Term term, Evaluator<Real> evaluator, Scope<Real> scope, RealArithmetic numbers) {
        Scope<Real> inner = scope.inner();
        term.indices().forEach((name, index) -> inner.bind(name, new Value.OfNumber<>(numbers.of(index))));
        try {
            return evaluator.truth(term.argument(), inner);
        } catch (NoValueException e) {
            return e.truth();
        }
    }

    private Evidence.Expectation judged(Estimate estimate) {
        List<MeanInterval> valid = estimate.valid(Sampling.REFUTING, estimate);
        boolean violates = new Statement(claim, Case.EMPTY, estimate.with(valid)).truth() == Truth.FALSE;
        List<MeanInterval> narrow = estimate.asymptotic(Sampling.SUPPORTING);
        boolean satisfies = new Statement(claim, Case.EMPTY, estimate.with(narrow)).isSatisfiedWithinTolerance();
        Evidence.Standing standing = violates
                ? Evidence.Standing.VIOLATES
                : satisfies ? Evidence.Standing.SATISFIES : Evidence.Standing.OPEN;
        List<Evidence.Mean> means = violates
                ? estimate.means(valid, 1 - Sampling.REFUTING)
                : estimate.means(narrow, 1 - Sampling.SUPPORTING);
        return new Evidence.Expectation(
                standing,
                1,
                true,
                Case.EMPTY,
                means,
                claim.support().tolerance().doubleValue());
    }
}
