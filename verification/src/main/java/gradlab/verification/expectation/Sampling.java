package gradlab.verification.expectation;

import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.random.RandomStream;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settles a statistical claim by sampling, over some cases of its quantified variables. A first sample of each case shows
 * which is closest to violation and how many draws are needed; then fresh samples are drawn, independent of the first, and
 * only these count. One valid 1 - 1e-6 interval of the case chosen may refute; for support every case needs a 95 % interval
 * (of all cases together) that satisfies the claim within its tolerance and is narrower than that.
 */
public final class Sampling {

    /** How often a true claim may be refuted. */
    static final double REFUTING = 1e-6;

    /** How often the intervals that support may miss. */
    static final double SUPPORTING = 0.05;

    private static final int FIRST = 2_000;
    private static final int FEWEST = 2_000;
    private static final int MOST = 200_000;

    /** Random numbers drawn for a case, and for all cases together. */
    private static final double NUMBERS = 20_000_000;

    private static final double NUMBERS_IN_ALL = 80_000_000;

    private final Claim claim;
    private final RandomStream stream;

    /** The sampling of a claim; all randomness comes from the seed. */
    public Sampling(Claim claim, long seed) {
        this.claim = claim;
        this.stream = RandomStream.of(seed, "samples of " + claim.id());
    }

    /** One case under examination. */
    private record Candidate(int number, Case values, Sampler sampler, Estimate first, double margin) {}

    /**
     * What samples say of a claim in some of its cases.
     *
     * @param all whether these are all cases that there are
     */
    public Evidence.Expectation of(List<Case> cases, boolean all) {
        List<Candidate> candidates = new ArrayList<>();
        try {
            for (Case values : cases) {
                candidates.add(candidate(candidates.size(), values, cases.size()));
            }
        } catch (NoValueException e) {
            return nothing(cases.get(0), String.valueOf(e.getMessage()));
        }
        Candidate worst = candidates.stream()
                .min(Comparator.comparingDouble(Candidate::margin))
                .orElseThrow();
        Estimate fresh = fresh(worst, cases.size());
        List<MeanInterval> valid = fresh.valid(REFUTING, worst.first());
        if (new Statement(claim, worst.values(), fresh.with(valid)).truth() == Truth.FALSE) {
            return evidence(
                    Evidence.Standing.VIOLATES, cases.size(), all, worst.values(), fresh.means(valid, 1 - REFUTING));
        }
        return supported(candidates, worst, fresh, all);
    }

    private Evidence.Expectation supported(List<Candidate> candidates, Candidate worst, Estimate ofWorst, boolean all) {
        double error = SUPPORTING / candidates.size();
        Optional<Evidence.Expectation> open = open(worst, ofWorst, error, candidates.size(), all);
        for (Candidate candidate : candidates) {
            if (open.isPresent()) {
                return open.get();
            }
            if (candidate.number() != worst.number()) {
                open = open(candidate, fresh(candidate, candidates.size()), error, candidates.size(), all);
            }
        }
        return open.orElseGet(() -> evidence(
                Evidence.Standing.SATISFIES,
                candidates.size(),
                all,
                worst.values(),
                ofWorst.means(ofWorst.asymptotic(error), 1 - error)));
    }

    private Optional<Evidence.Expectation> open(
            Candidate candidate, Estimate fresh, double error, int cases, boolean all) {
        List<MeanInterval> intervals = fresh.asymptotic(error);
        boolean satisfied =
                new Statement(claim, candidate.values(), fresh.with(intervals)).isSatisfiedWithinTolerance();
        return satisfied
                ? Optional.empty()
                : Optional.of(evidence(
                        Evidence.Standing.OPEN, cases, all, candidate.values(), fresh.means(intervals, 1 - error)));
    }

    private Evidence.Expectation evidence(
            Evidence.Standing standing, int cases, boolean all, Case values, List<Evidence.Mean> means) {
        return new Evidence.Expectation(
                standing, cases, all, values, means, claim.support().tolerance().doubleValue());
    }

    private Evidence.Expectation nothing(Case values, String why) {
        Evidence.Mean none = new Evidence.Mean(why, false, Double.NaN, 0, 0, 0, "none", 0, 0);
        return evidence(Evidence.Standing.OPEN, 1, false, values, List.of(none));
    }

    private Candidate candidate(int number, Case values, int cases) {
        Map<Term, Interval> exact = new LinkedHashMap<>();
        List<Term> terms = new ArrayList<>();
        for (Term term : Terms.of(claim, values)) {
            Optional<Interval> known = ExactTerm.of(claim, values, term);
            known.ifPresentOrElse(interval -> exact.put(term, interval), () -> terms.add(term));
        }
        Sampler sampler = new Sampler(claim, values);
        int count = Math.min(FIRST, most(sampler, cases));
        RandomStream own = stream.split("choosing").split(number);
        Estimate first = new Estimate(exact, terms, sampler.draw(terms, own, count));
        return new Candidate(number, values, sampler, first, new Statement(claim, values, first.points()).margin());
    }

    private Estimate fresh(Candidate candidate, int cases) {
        Estimate first = candidate.first();
        int count = count(candidate, cases);
        RandomStream own = stream.split("confirming").split(candidate.number());
        return new Estimate(first.exact(), first.terms(), candidate.sampler().draw(first.terms(), own, count));
    }

    /** Enough draws for intervals of less than half the tolerance, by what the first sample shows; as many as allowed if it violates. */
    private int count(Candidate candidate, int cases) {
        int most = most(candidate.sampler(), cases);
        if (candidate.margin() < -claim.support().tolerance().doubleValue() / 4) {
            return most;
        }
        double quantile = Normal.quantile(SUPPORTING / cases);
        double wanted = FEWEST;
        for (int i = 0; i < candidate.first().terms().size(); i++) {
            wanted = Math.max(wanted, wanted(candidate, i, quantile));
        }
        return (int) Math.min(most, wanted);
    }

    private double wanted(Candidate candidate, int i, double quantile) {
        Sample sample = candidate.first().samples().get(i);
        Term term = candidate.first().terms().get(i);
        double point = Estimate.point(term, sample);
        double second = sample.variance();
        double spread = term.kind() == Term.Kind.VARIANCE ? sample.central(sample.mean(), 4) - second * second : second;
        double half = claim.support().tolerance().doubleValue() * Math.abs(point) / 5;
        double wanted = quantile * quantile * spread / (half * half);
        return Double.isNaN(wanted) ? MOST : wanted;
    }

    private int most(Sampler sampler, int cases) {
        double own = NUMBERS / (20 + sampler.numbersADraw());
        double share = NUMBERS_IN_ALL / (20.0 + sampler.numbersADraw()) / cases;
        return (int) Math.max(FEWEST / 2.0, Math.min(MOST, Math.min(own, share)));
    }
}
