package gradlab.verification.domain;

import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.Real;
import gradlab.analysis.arithmetic.RealArithmetic;
import gradlab.analysis.exact.Binary64;
import gradlab.analysis.expression.Evaluator;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.RecordedRun;
import gradlab.analysis.expression.RunRequest;
import gradlab.analysis.expression.RunSource;
import gradlab.analysis.expression.Scope;
import gradlab.analysis.expression.Value;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.source.SourceException;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.hipparchus.fraction.BigFraction;

/** Evaluates the domain of a variable, given the variables before it. */
public final class DomainReader {

    private static final int LONGEST = 4_096;
    private static final int MOST_ENTRIES = 1_000_000;
    private static final long LARGEST_INTEGER = 1L << 53;

    private static final RunSource NO_RUNS = new RunSource() {
        @Override
        public boolean knows(String experiment) {
            return true;
        }

        @Override
        public RecordedRun run(RunRequest request) {
            throw NoValueException.undecided("it depends on a run");
        }
    };

    private final Claim claim;
    private final Evaluator<Real> evaluator;
    private final Scope<Real> scope;

    /** A reader for the domains of a claim, in a case that has the variables before. */
    public DomainReader(Claim claim, Case before) {
        RealArithmetic numbers = new RealArithmetic();
        this.claim = claim;
        this.evaluator = new Evaluator<>(claim.file(), numbers, NO_RUNS);
        this.scope = CaseScope.of(claim, before, numbers, evaluator);
    }

    /**
     * The domain that a checked domain expression stands for.
     *
     * @throws SourceException if it is empty or too large
     */
    public Domain read(Expression expression) {
        Expression.Call call = (Expression.Call) expression;
        return switch (((Expression.Name) call.function()).name()) {
            case "integer" -> integers(call);
            case "real" -> new Domain.Reals(bounds(call, 0));
            case "logreal" -> logReals(call);
            case "boolean" -> new Domain.Booleans();
            case "choice" ->
                new Domain.Choices(call.arguments().stream().map(this::choice).toList());
            case "vector" -> new Domain.Vectors(size(call, 0), bounds(call, 1));
            case "unit" -> new Domain.Units(positiveSize(call));
            case "simplex" -> new Domain.Simplices(positiveSize(call));
            case "matrix" -> matrices(call);
            case "symmetric" -> new Domain.Symmetrics(square(call));
            case "orthogonal" -> new Domain.Orthogonals(square(call));
            case "permutation" -> new Domain.Permutations(square(call));
            case "list" -> lists(call);
            default -> throw new IllegalStateException("domain must be checked before, was " + call);
        };
    }

    private Domain integers(Expression.Call call) {
        long low = integer(call.arguments().get(0));
        long high = integer(call.arguments().get(1));
        if (low > high) {
            throw empty(call, low + " > " + high);
        }
        return new Domain.Integers(low, high);
    }

    private long integer(Expression expression) {
        BigFraction value = rational(expression);
        boolean whole = value.getDenominator().equals(java.math.BigInteger.ONE);
        if (!whole || value.abs().compareTo(new BigFraction(LARGEST_INTEGER)) > 0) {
            throw SourceException.at(
                    claim.file(),
                    expression.position(),
                    "the bound " + Binary64.near(value),
                    "an integer of at most 2^53 in magnitude");
        }
        return value.getNumeratorAsLong();
    }

    private Domain logReals(Expression.Call call) {
        Bounds bounds = bounds(call, 0).orElseThrow();
        if (bounds.low().signum() <= 0) {
            throw SourceException.at(
                    claim.file(), call.position(), "a bound that is not above 0", "logreal(a, b) with 0 < a <= b");
        }
        return new Domain.LogReals(bounds);
    }

    private Domain matrices(Expression.Call call) {
        int rows = size(call, 0);
        int columns = size(call, 1);
        requireFew(call, (long) rows * columns);
        return new Domain.Matrices(rows, columns, bounds(call, 2));
    }

    private Domain lists(Expression.Call call) {
        int count = size(call, 0);
        Domain item = read(call.arguments().get(1));
        requireFew(call, count * entries(item));
        return new Domain.Lists(count, item);
    }

    private static long entries(Domain domain) {
        if (domain instanceof Domain.Lists lists) {
            return lists.count() * entries(lists.item());
        } else if (domain instanceof Domain.Vectors vectors) {
            return vectors.n();
        } else if (domain instanceof Domain.Matrices matrices) {
            return (long) matrices.rows() * matrices.columns();
        } else if (domain instanceof Domain.Symmetrics symmetrics) {
            return (long) symmetrics.n() * symmetrics.n();
        } else if (domain instanceof Domain.Orthogonals orthogonals) {
            return (long) orthogonals.n() * orthogonals.n();
        } else if (domain instanceof Domain.Permutations permutations) {
            return (long) permutations.n() * permutations.n();
        }
        return 1;
    }

    private int square(Expression.Call call) {
        int n = size(call, 0);
        requireFew(call, (long) n * n);
        return n;
    }

    private int positiveSize(Expression.Call call) {
        return size(call, 0, 1);
    }

    private int size(Expression.Call call, int argument) {
        return size(call, argument, 0);
    }

    private int size(Expression.Call call, int argument, int least) {
        Expression size = call.arguments().get(argument);
        return valued(size, () -> evaluator.integer(size, scope, least, LONGEST));
    }

    private void requireFew(Expression.Call call, long entries) {
        if (entries > MOST_ENTRIES) {
            throw SourceException.at(claim.file(), call.position(), entries + " entries", "at most " + MOST_ENTRIES);
        }
    }

    private Optional<Bounds> bounds(Expression.Call call, int first) {
        List<Expression> arguments = call.arguments();
        if (arguments.size() <= first) {
            return Optional.empty();
        }
        Real low = bound(arguments.get(first));
        Real high = bound(arguments.get(first + 1));
        Interval outer = Interval.hull(low.enclosure(), high.enclosure());
        BigFraction innerLow = inner(low, low.enclosure().upper());
        BigFraction innerHigh = inner(high, high.enclosure().lower());
        if (innerLow.compareTo(innerHigh) > 0) {
            throw empty(call, "the lower bound is above the upper one");
        }
        return Optional.of(new Bounds(innerLow, innerHigh, isRational(low), isRational(high), outer));
    }

    private Real bound(Expression expression) {
        Real bound = number(expression);
        if (!isRational(bound) && !bound.enclosure().isFinite()) {
            throw SourceException.at(
                    claim.file(), expression.position(), "a bound beyond binary64", "a smaller one, or a rational");
        }
        return bound;
    }

    private static BigFraction inner(Real bound, double inwards) {
        return bound instanceof Real.Exact exact && exact.value().isRational()
                ? exact.value().rational().orElseThrow().reduce()
                : Binary64.exact(inwards);
    }

    private static boolean isRational(Real bound) {
        return bound instanceof Real.Exact exact && exact.value().isRational();
    }

    private BigFraction rational(Expression expression) {
        if (number(expression) instanceof Real.Exact exact && isRational(exact)) {
            return exact.value().rational().orElseThrow().reduce();
        }
        throw SourceException.at(
                claim.file(), expression.position(), "a value that is not known exactly", "a rational number");
    }

    private Real number(Expression expression) {
        return ((Value.OfNumber<Real>) definite(expression)).number();
    }

    private Value<Real> definite(Expression expression) {
        return valued(expression, () -> evaluator.value(expression, scope));
    }

    private <V> V valued(Expression expression, Supplier<V> computation) {
        try {
            return computation.get();
        } catch (NoValueException e) {
            throw SourceException.at(
                    claim.file(), expression.position(), "a domain without value: " + e.getMessage(), "a number");
        }
    }

    private CaseValue choice(Expression expression) {
        return ExactValue.of(definite(expression))
                .orElseThrow(() -> SourceException.at(
                        claim.file(), expression.position(), "a choice that is not rational", "rational numbers"));
    }

    private SourceException empty(Expression.Call call, String why) {
        return SourceException.at(claim.file(), call.position(), "an empty domain: " + why, "a lower bound first");
    }
}
