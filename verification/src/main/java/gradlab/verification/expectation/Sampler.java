package gradlab.verification.expectation;

import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Real;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.expression.Evaluator;
import gradlab.analysis.expression.RunSource;
import gradlab.analysis.expression.Scope;
import gradlab.analysis.expression.Value;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.moment.Law;
import gradlab.analysis.random.RandomStream;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.domain.CaseScope;
import gradlab.verification.domain.Distribution;
import gradlab.verification.domain.DistributionReader;
import gradlab.verification.domain.RandomScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Draws the random variables of a claim in one case and evaluates terms at each draw, in intervals around the numbers
 * drawn. Draw number i depends on the stream and on i alone, so the values are the same for any number of threads.
 */
final class Sampler {

    private final Claim claim;
    private final Case values;
    private final Map<String, Distribution> distributions;

    Sampler(Claim claim, Case values) {
        this.claim = claim;
        this.values = values;
        this.distributions = DistributionReader.of(claim, values);
    }

    /** How many random numbers one draw takes. */
    long numbersADraw() {
        return distributions.values().stream().mapToLong(Sampler::count).sum();
    }

    private static long count(Distribution distribution) {
        if (distribution instanceof Distribution.Lists lists) {
            return lists.count() * count(lists.item());
        }
        return distribution instanceof Distribution.Entries entries ? (long) entries.rows() * entries.columns() : 1;
    }

    /** So many values of each term, in the order of the terms. */
    List<Sample> draw(List<Term> terms, RandomStream stream, int count) {
        List<List<Optional<Interval>>> draws = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> drawn(terms, stream.split(i)))
                .toList();
        List<Sample> samples = new ArrayList<>();
        for (int k = 0; k < terms.size(); k++) {
            int term = k;
            List<Interval> found =
                    draws.stream().flatMap(draw -> draw.get(term).stream()).toList();
            samples.add(new Sample(found, count - found.size(), range(terms.get(k))));
        }
        return samples;
    }

    private List<Optional<Interval>> drawn(List<Term> terms, RandomStream stream) {
        return evaluated(terms, law -> Interval.of(unit(law, stream)));
    }

    /** What no value of a term can leave. */
    private Interval range(Term term) {
        if (term.kind() == Term.Kind.PROBABILITY) {
            return new Interval(0, 1);
        }
        return evaluated(List.of(term), law -> law.isBounded() ? new Interval(-1, 1) : Interval.ENTIRE)
                .get(0)
                .orElse(Interval.ENTIRE);
    }

    private List<Optional<Interval>> evaluated(List<Term> terms, Function<Law, Interval> unit) {
        IntervalArithmetic numbers = IntervalArithmetic.INTERVALS;
        Evaluator<Interval> evaluator = new Evaluator<>(claim.file(), numbers, RunSource.NONE);
        Scope<Interval> scope = CaseScope.of(claim, values, numbers, evaluator);
        new RandomScope<>(numbers, Real::enclosure, unit).bind(scope, distributions);
        return terms.stream().map(term -> value(term, evaluator, scope)).toList();
    }

    private static Optional<Interval> value(Term term, Evaluator<Interval> evaluator, Scope<Interval> scope) {
        Scope<Interval> inner = scope.inner();
        term.indices().forEach((name, index) -> inner.bind(name, new Value.OfNumber<>(Interval.of(index))));
        if (term.kind() == Term.Kind.PROBABILITY) {
            return event(evaluator.truth(term.argument(), inner));
        }
        try {
            return evaluator.value(term.argument(), inner) instanceof Value.OfNumber<Interval> number
                            && !number.number().isEmpty()
                    ? Optional.of(number.number())
                    : Optional.empty();
        } catch (NoValueException e) {
            return Optional.empty();
        }
    }

    /** 1, 0, or both where it cannot be told. */
    static Optional<Interval> event(Truth truth) {
        return switch (truth) {
            case TRUE -> Optional.of(Interval.ONE);
            case FALSE -> Optional.of(Interval.ZERO);
            case UNDECIDED, UNDEFINED -> Optional.of(new Interval(0, 1));
        };
    }

    private static double unit(Law law, RandomStream stream) {
        return switch (law) {
            case GAUSSIAN -> stream.nextGaussian();
            case RADEMACHER -> stream.nextInt(2) == 0 ? -1 : 1;
            case UNIFORM -> 2 * stream.nextDouble() - 1;
        };
    }
}
