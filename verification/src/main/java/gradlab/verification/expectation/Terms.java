package gradlab.verification.expectation;

import gradlab.analysis.arithmetic.IntervalArithmetic;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.expression.Averages;
import gradlab.analysis.expression.Evaluator;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.RunSource;
import gradlab.analysis.expression.Scope;
import gradlab.analysis.expression.Subexpressions;
import gradlab.analysis.expression.Value;
import gradlab.analysis.interval.Interval;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Named;
import gradlab.verification.domain.CaseScope;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds every mean, variance and probability that a claim's statement speaks of in one case. */
final class Terms {

    private static final int MOST = 64;

    private final Evaluator<Interval> evaluator;
    private final Map<String, Expression> definitions = new LinkedHashMap<>();
    private final Map<String, Term> found = new LinkedHashMap<>();

    private Terms(Claim claim) {
        this.evaluator = new Evaluator<>(claim.file(), IntervalArithmetic.INTERVALS, RunSource.NONE);
        claim.definitions().forEach((Named d) -> definitions.put(d.name(), d.expression()));
    }

    /**
     * All of them, in the order in which they stand.
     *
     * @throws NoValueException if there are too many
     */
    static List<Term> of(Claim claim, Case values) {
        Terms terms = new Terms(claim);
        Scope<Interval> scope = CaseScope.of(claim, values, IntervalArithmetic.INTERVALS, terms.evaluator);
        terms.collect(claim.statement(), scope, new TreeMap<>());
        return new ArrayList<>(terms.found.values());
    }

    /** The names of all indices of sums, products and conjunctions in a claim. */
    static Set<String> indicesOf(Claim claim) {
        Set<String> names = new TreeSet<>();
        addIndices(claim.statement(), names);
        claim.definitions().forEach(definition -> addIndices(definition.expression(), names));
        return names;
    }

    private static void addIndices(Expression expression, Set<String> names) {
        if (expression instanceof Expression.Range range) {
            names.add(range.index());
        }
        Subexpressions.of(expression).forEach(part -> addIndices(part, names));
    }

    private void collect(Expression expression, Scope<Interval> scope, SortedMap<String, Integer> indices) {
        if (Averages.isOne(expression)) {
            Term term = new Term((Expression.Call) expression, indices);
            found.putIfAbsent(term.key(), term);
            if (found.size() > MOST) {
                throw NoValueException.undecided("a statement about more than " + MOST + " means");
            }
        } else if (expression instanceof Expression.Name name && definitions.containsKey(name.name())) {
            collect(definitions.get(name.name()), scope, new TreeMap<>());
        } else if (expression instanceof Expression.Range range) {
            collectRange(range, scope, indices);
        } else {
            Subexpressions.of(expression).forEach(part -> collect(part, scope, indices));
        }
    }

    private void collectRange(Expression.Range range, Scope<Interval> scope, SortedMap<String, Integer> indices) {
        if (!mentionsAverage(range.body())) {
            return;
        }
        int from = evaluator.integer(range.from(), scope, -1_000_000, 1_000_000);
        int to = evaluator.integer(range.to(), scope, -1_000_000, 1_000_000);
        for (int i = from; i <= to; i++) {
            SortedMap<String, Integer> inner = new TreeMap<>(indices);
            inner.put(range.index(), i);
            Scope<Interval> bound = scope.inner();
            bound.bind(range.index(), new Value.OfNumber<>(Interval.of(i)));
            collect(range.body(), bound, inner);
        }
    }

    private boolean mentionsAverage(Expression expression) {
        return Averages.isOne(expression)
                || (expression instanceof Expression.Name name
                        && definitions.containsKey(name.name())
                        && mentionsAverage(definitions.get(name.name())))
                || Subexpressions.of(expression).stream().anyMatch(this::mentionsAverage);
    }
}
