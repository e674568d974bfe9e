package gradlab.verification.domain;

import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Real;
import gradlab.analysis.arithmetic.RealArithmetic;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.expression.Evaluator;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.Kind;
import gradlab.analysis.expression.RunSource;
import gradlab.analysis.expression.Scope;
import gradlab.analysis.moment.Law;
import gradlab.analysis.source.SourceException;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hipparchus.fraction.BigFraction;

/** Evaluates the distributions of a claim's random variables in one case of the quantified ones. */
public final class DistributionReader {

    private static final int LONGEST = 4_096;
    private static final int MOST_ENTRIES = 100_000;
    private static final int MOST_SEEDS = 200;

    private final Claim claim;
    private final RealArithmetic numbers = new RealArithmetic();
    private final Evaluator<Real> evaluator;
    private final Scope<Real> scope;
    private long entries;

    private DistributionReader(Claim claim, Case values) {
        this.claim = claim;
        this.evaluator = new Evaluator<>(claim.file(), numbers, RunSource.NONE);
        this.scope = CaseScope.of(claim, values, numbers, evaluator);
    }

    /**
     * The distributions, by variable, in order.
     *
     * @throws SourceException if a size or a deviation is out of bounds
     */
    public static Map<String, Distribution> of(Claim claim, Case values) {
        DistributionReader reader = new DistributionReader(claim, values);
        Map<String, Distribution> all = new LinkedHashMap<>();
        for (Named variable : claim.random()) {
            all.put(variable.name(), reader.read(variable.expression(), 1));
        }
        return all;
    }

    private Distribution read(Expression expression, long copies) {
        Expression.Call call = (Expression.Call) expression;
        List<Expression> a = call.arguments();
        return switch (((Expression.Name) call.function()).name()) {
            case "list" -> {
                int count = size(a.get(0), LONGEST);
                yield new Distribution.Lists(count, read(a.get(1), copies * count));
            }
            case "seeds" -> new Distribution.Seeds(size(a.get(0), MOST_SEEDS));
            case "gaussian" -> scaled(call, Law.GAUSSIAN, shape(call, Math.min(a.size(), 2), copies), 2);
            case "rademacher" -> scaled(call, Law.RADEMACHER, shape(call, 1, copies), 1);
            case "uniform" -> uniform(call, shape(call, a.size() - 2, copies));
            default -> throw new IllegalStateException("distribution must be checked before, was " + call);
        };
    }

    /** A shape with standard normal entries, for others to be filled in. */
    private Distribution.Entries shape(Expression.Call call, int sizes, long copies) {
        int rows = sizes > 0 ? size(call.arguments().get(0), LONGEST) : 1;
        int columns = sizes > 1 ? size(call.arguments().get(1), LONGEST) : 1;
        entries += Math.max(1, copies) * rows * columns;
        if (entries > MOST_ENTRIES) {
            throw SourceException.at(
                    claim.file(), call.position(), entries + " random numbers", "at most " + MOST_ENTRIES + " in all");
        }
        Kind kind = List.of(Kind.NUMBER, Kind.VECTOR, Kind.MATRIX).get(sizes);
        return new Distribution.Entries(kind, rows, columns, Law.GAUSSIAN, numbers.zero(), numbers.one());
    }

    private Distribution scaled(Expression.Call call, Law law, Distribution.Entries shape, int argument) {
        Real scale =
                call.arguments().size() > argument ? number(call.arguments().get(argument)) : numbers.one();
        if (numbers.lessOrEqual(numbers.zero(), scale) != Truth.TRUE) {
            throw SourceException.at(
                    claim.file(),
                    call.arguments().get(argument).position(),
                    "a standard deviation that is not surely at least 0",
                    "a number from 0");
        }
        return new Distribution.Entries(shape.kind(), shape.rows(), shape.columns(), law, numbers.zero(), scale);
    }

    private Distribution uniform(Expression.Call call, Distribution.Entries shape) {
        int first = call.arguments().size() - 2;
        Real low = number(call.arguments().get(first));
        Real high = number(call.arguments().get(first + 1));
        if (numbers.lessOrEqual(low, high) != Truth.TRUE) {
            throw SourceException.at(
                    claim.file(), call.position(), "bounds that are not surely in order", "the lower bound first");
        }
        Real half = numbers.of(new BigFraction(1, 2));
        return new Distribution.Entries(
                shape.kind(),
                shape.rows(),
                shape.columns(),
                Law.UNIFORM,
                numbers.multiply(half, numbers.add(low, high)),
                numbers.multiply(half, numbers.subtract(high, low)));
    }

    private int size(Expression expression, int most) {
        try {
            return evaluator.integer(expression, scope, 1, most);
        } catch (NoValueException e) {
            throw withoutValue(expression, e);
        }
    }

    private Real number(Expression expression) {
        try {
            Real number = evaluator.number(expression, scope);
            if (number.enclosure().isFinite()) {
                return number;
            }
            throw NoValueException.undecided("a number beyond binary64");
        } catch (NoValueException e) {
            throw withoutValue(expression, e);
        }
    }

    private SourceException withoutValue(Expression expression, NoValueException e) {
        return SourceException.at(
                claim.file(), expression.position(), "a distribution without value: " + e.getMessage(), "a number");
    }
}
