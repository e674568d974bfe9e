package gradlab.analysis.expression;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Evaluates checked expressions in one arithmetic. Sizes that do not fit become errors with file, line and column;
 * what has no value becomes an undefined or undecided truth at the nearest statement around it.
 *
 * @param <N> the numbers
 */
public final class Evaluator<N> {

    private final String file;
    private final Arithmetic<N> numbers;
    private final RunSource runs;
    private final Averages<N> averages;
    private final Operators<N> operators;
    private final FoldBudget budget = new FoldBudget();

    /** An evaluator for expressions of a file without means over random variables. */
    public Evaluator(String file, Arithmetic<N> numbers, RunSource runs) {
        this(file, numbers, runs, Averages.none());
    }

    /** An evaluator for expressions of a file. */
    public Evaluator(String file, Arithmetic<N> numbers, RunSource runs, Averages<N> averages) {
        this.file = file;
        this.numbers = numbers;
        this.runs = runs;
        this.averages = averages;
        this.operators = new Operators<>(numbers);
    }

    /** The truth of a statement. */
    public Truth truth(Expression statement, Scope<N> scope) {
        try {
            return ((Value.OfTruth<N>) value(statement, scope)).truth();
        } catch (NoValueException e) {
            return e.truth();
        }
    }

    /** The number that an expression stands for. */
    public N number(Expression expression, Scope<N> scope) {
        return ((Value.OfNumber<N>) value(expression, scope)).number();
    }

    /** The integer that an expression stands for, between bounds. */
    public int integer(Expression expression, Scope<N> scope, int least, int most) {
        return located(expression, () -> Integers.of(numbers, number(expression, scope), least, most));
    }

    /**
     * The value of an expression.
     *
     * @throws NoValueException if it has none, or none that this arithmetic can tell
     * @throws SourceException if sizes do not fit
     */
    public Value<N> value(Expression expression, Scope<N> scope) {
        if (expression instanceof Expression.Literal literal) {
            return new Value.OfNumber<>(numbers.of(literal.value()));
        } else if (expression instanceof Expression.Text text) {
            return new Value.OfText<>(text.text());
        } else if (expression instanceof Expression.Name name) {
            return name(name.name(), scope);
        } else if (expression instanceof Expression.Unary unary) {
            return unary(unary, scope);
        } else if (expression instanceof Expression.Binary binary) {
            return binary(binary, scope);
        } else if (expression instanceof Expression.VectorLiteral vector) {
            return new Value.OfVector<>(
                    vector.items().stream().map(item -> number(item, scope)).toList());
        } else if (expression instanceof Expression.MatrixLiteral matrix) {
            List<List<Expression>> rows = matrix.rows();
            return new Value.OfMatrix<>(Matrix.of(
                    rows.size(),
                    rows.get(0).size(),
                    (i, j) -> number(rows.get(i).get(j), scope)));
        } else if (expression instanceof Expression.Call call) {
            return call(call, scope);
        } else if (expression instanceof Expression.Range range) {
            return range(range, scope);
        } else if (expression instanceof Expression.Index index) {
            return index(index, scope);
        } else if (expression instanceof Expression.Conditional conditional) {
            return conditional(conditional, scope);
        }
        throw new IllegalStateException("unknown node " + expression.getClass());
    }

    private Value<N> name(String name, Scope<N> scope) {
        if (scope.contains(name)) {
            return scope.get(name);
        }
        return switch (name) {
            case "pi" -> new Value.OfNumber<>(numbers.pi());
            case "e" -> new Value.OfNumber<>(numbers.e());
            case "true" -> new Value.OfTruth<>(Truth.TRUE);
            case "false" -> new Value.OfTruth<>(Truth.FALSE);
            default ->
                Builtins.plainLayer(name)
                        .orElseThrow(() -> new IllegalArgumentException("name must be known, was " + name))
                        .implementation()
                        .apply(new Arguments<>(numbers, runs, List.of()));
        };
    }

    private Value<N> unary(Expression.Unary unary, Scope<N> scope) {
        if (unary.operator() == UnaryOperator.NOT) {
            return new Value.OfTruth<>(truth(unary.operand(), scope).not());
        }
        return operators.unary(unary.operator(), value(unary.operand(), scope));
    }

    private Value<N> binary(Expression.Binary binary, Scope<N> scope) {
        Expression right = binary.right();
        if (binary.operator().isLogical()) {
            Truth left = truth(binary.left(), scope);
            return new Value.OfTruth<>(
                    switch (binary.operator()) {
                        case AND -> left.and(() -> truth(right, scope));
                        case OR -> left.or(() -> truth(right, scope));
                        default -> left.implies(() -> truth(right, scope));
                    });
        }
        Value<N> left = value(binary.left(), scope);
        Value<N> other = value(right, scope);
        if (binary.operator().isComparison() && SameForm.same(binary.left(), right)) {
            return new Value.OfTruth<>(Truth.of(operators.holdsBetweenEquals(binary.operator())));
        }
        return located(binary, () -> operators.binary(binary.operator(), left, other));
    }

    private Value<N> call(Expression.Call call, Scope<N> scope) {
        if (Averages.isOne(call)) {
            return located(call, () -> averages.of(call, scope, this));
        }
        List<Value<N>> values =
                call.arguments().stream().map(a -> value(a, scope)).toList();
        if (call.function() instanceof Expression.Name name && !scope.contains(name.name())) {
            Optional<Builtin> builtin = Builtins.function(name.name());
            if (builtin.isPresent()) {
                Arguments<N> arguments = new Arguments<>(numbers, runs, values);
                return located(call, () -> builtin.get().implementation().apply(arguments));
            }
        }
        Value.OfLayer<N> layer = (Value.OfLayer<N>) value(call.function(), scope);
        return located(call, () -> operators.applyLayer(layer.layer(), values.get(0)));
    }

    private Value<N> range(Expression.Range range, Scope<N> scope) {
        int from = integer(range.from(), scope, -Integers.LONGEST, Integers.MOST_ENTRIES);
        int to = integer(range.to(), scope, -Integers.LONGEST, Integers.MOST_ENTRIES);
        if (to - from >= Integers.MOST_REPETITIONS) {
            throw SourceException.at(
                    file,
                    range.position(),
                    "a range of " + (to - from + 1) + " terms",
                    "at most " + Integers.MOST_REPETITIONS);
        }
        return budget.inside(
                () -> range.fold() == Fold.ALL ? all(range, scope, from, to) : gathered(range, scope, from, to));
    }

    private Value<N> all(Expression.Range range, Scope<N> scope, int from, int to) {
        Truth all = Truth.TRUE;
        for (int i = from; i <= to; i++) {
            Scope<N> inner = withIndex(range, scope, i);
            all = all.and(() -> truth(range.body(), inner));
        }
        return new Value.OfTruth<>(all);
    }

    private Value<N> gathered(Expression.Range range, Scope<N> scope, int from, int to) {
        boolean sum = range.fold() == Fold.SUM;
        N gathered = sum ? numbers.zero() : numbers.one();
        for (int i = from; i <= to; i++) {
            N term = number(range.body(), withIndex(range, scope, i));
            gathered = sum ? numbers.add(gathered, term) : numbers.multiply(gathered, term);
        }
        return new Value.OfNumber<>(gathered);
    }

    private Scope<N> withIndex(Expression.Range range, Scope<N> scope, int i) {
        budget.spend();
        Scope<N> inner = scope.inner();
        inner.bind(range.index(), new Value.OfNumber<>(numbers.of(i)));
        return inner;
    }

    private Value<N> index(Expression.Index index, Scope<N> scope) {
        Value<N> target = value(index.target(), scope);
        List<N> indices = new ArrayList<>();
        indices.add(number(index.row(), scope));
        index.column().ifPresent(column -> indices.add(number(column, scope)));
        return located(index, () -> operators.index(target, indices));
    }

    private Value<N> conditional(Expression.Conditional conditional, Scope<N> scope) {
        return switch (truth(conditional.condition(), scope)) {
            case TRUE -> value(conditional.yes(), scope);
            case FALSE -> value(conditional.no(), scope);
            case UNDECIDED -> throw NoValueException.undecided("a condition that is not decided");
            case UNDEFINED -> throw NoValueException.undefined("a condition that is undefined");
        };
    }

    private <V> V located(Expression at, java.util.function.Supplier<V> computation) {
        try {
            return computation.get();
        } catch (ShapeException e) {
            throw SourceException.at(file, at.position(), e.found(), e.expected());
        }
    }
}
