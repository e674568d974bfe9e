package gradlab.analysis.expression;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.LinearAlgebra;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.formula.LayerFormula;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What operators do to values that the type checker has let through.
 *
 * @param <N> the numbers
 */
final class Operators<N> {

    private static final BigInteger LARGEST_EXPONENT = BigInteger.valueOf(1_000_000);

    private final Arithmetic<N> numbers;
    private final LinearAlgebra<N> algebra;

    Operators(Arithmetic<N> numbers) {
        this.numbers = numbers;
        this.algebra = new LinearAlgebra<>(numbers);
    }

    Value<N> unary(UnaryOperator operator, Value<N> operand) {
        if (operator == UnaryOperator.TRANSPOSE) {
            return new Value.OfMatrix<>(((Value.OfMatrix<N>) operand).matrix().transpose());
        }
        return each(operand, numbers::negate);
    }

    Value<N> binary(BinaryOperator operator, Value<N> left, Value<N> right) {
        if (operator.isComparison()) {
            return new Value.OfTruth<>(compare(operator, left, right));
        }
        return switch (operator) {
            case ADD -> both(left, right, numbers::add);
            case SUBTRACT -> both(left, right, numbers::subtract);
            case MULTIPLY -> product(left, right);
            case DIVIDE -> each(left, x -> numbers.divide(x, number(right)));
            case POWER -> new Value.OfNumber<>(power(number(left), number(right)));
            default -> throw new IllegalStateException("operator must be arithmetic, was " + operator);
        };
    }

    boolean holdsBetweenEquals(BinaryOperator operator) {
        return switch (operator) {
            case LESS_OR_EQUAL, GREATER_OR_EQUAL, EQUAL -> true;
            default -> false;
        };
    }

    Value<N> applyLayer(LayerFormula<N> layer, Value<N> argument) {
        if (argument instanceof Value.OfVector<N> vector) {
            return new Value.OfVector<>(layer.value(numbers, vector.entries()));
        }
        List<N> outputs = layer.value(numbers, List.of(number(argument)));
        if (outputs.size() != 1) {
            throw new ShapeException("a layer with " + outputs.size() + " outputs", "one output for one number");
        }
        return new Value.OfNumber<>(outputs.get(0));
    }

    Value<N> index(Value<N> target, List<N> indices) {
        if (target instanceof Value.OfMatrix<N> of) {
            Matrix<N> matrix = of.matrix();
            return new Value.OfNumber<>(
                    matrix.get(position(indices.get(0), matrix.rows()), position(indices.get(1), matrix.columns())));
        }
        if (target instanceof Value.OfVector<N> vector) {
            return new Value.OfNumber<>(vector.entries()
                    .get(position(indices.get(0), vector.entries().size())));
        }
        List<Value<N>> items = ((Value.OfList<N>) target).items();
        return items.get(position(indices.get(0), items.size()));
    }

    private int position(N index, int size) {
        if (size == 0) {
            throw new ShapeException("an index into something empty", "at least one entry");
        }
        return Integers.of(numbers, index, 0, size - 1);
    }

    private Truth compare(BinaryOperator operator, Value<N> left, Value<N> right) {
        if (!(left instanceof Value.OfNumber)) {
            Truth equal = allEqual(left, right);
            return operator == BinaryOperator.EQUAL ? equal : equal.not();
        }
        N a = number(left);
        N b = number(right);
        return switch (operator) {
            case LESS -> numbers.less(a, b);
            case LESS_OR_EQUAL -> numbers.lessOrEqual(a, b);
            case GREATER -> numbers.less(b, a);
            case GREATER_OR_EQUAL -> numbers.lessOrEqual(b, a);
            case EQUAL -> numbers.equal(a, b);
            case NOT_EQUAL -> numbers.equal(a, b).not();
            default -> throw new IllegalStateException("operator must compare, was " + operator);
        };
    }

    /** False as soon as one pair certainly differs; all entries are defined, so their order does not matter. */
    private Truth allEqual(Value<N> left, Value<N> right) {
        Truth all = Truth.TRUE;
        List<N> a = entries(left);
        List<N> b = entries(right);
        if (left instanceof Value.OfMatrix<N> m && right instanceof Value.OfMatrix<N> n) {
            m.matrix().with(n.matrix(), (x, y) -> x);
        }
        for (Truth pair : pairs(a, b)) {
            if (pair == Truth.FALSE) {
                return Truth.FALSE;
            }
            all = pair == Truth.TRUE ? all : pair;
        }
        return all;
    }

    private List<Truth> pairs(List<N> a, List<N> b) {
        if (a.size() != b.size()) {
            throw new ShapeException("vectors of length " + a.size() + " and " + b.size(), "equal lengths");
        }
        return java.util.stream.IntStream.range(0, a.size())
                .mapToObj(i -> numbers.equal(a.get(i), b.get(i)))
                .toList();
    }

    private List<N> entries(Value<N> value) {
        return value instanceof Value.OfVector<N> vector
                ? vector.entries()
                : ((Value.OfMatrix<N>) value).matrix().entries();
    }

    private Value<N> product(Value<N> left, Value<N> right) {
        if (left instanceof Value.OfNumber<N> factor) {
            return each(right, x -> numbers.multiply(factor.number(), x));
        }
        if (right instanceof Value.OfNumber<N> factor) {
            return each(left, x -> numbers.multiply(x, factor.number()));
        }
        Matrix<N> matrix = ((Value.OfMatrix<N>) left).matrix();
        if (right instanceof Value.OfVector<N> vector) {
            return new Value.OfVector<>(algebra.multiply(matrix, vector.entries()));
        }
        return new Value.OfMatrix<>(algebra.multiply(matrix, ((Value.OfMatrix<N>) right).matrix()));
    }

    private N power(N base, N exponent) {
        Optional<BigInteger> integer = numbers.integer(exponent);
        if (integer.isEmpty()) {
            return numbers.power(base, exponent);
        }
        if (integer.get().abs().compareTo(LARGEST_EXPONENT) > 0) {
            throw NoValueException.undecided("an exponent beyond " + LARGEST_EXPONENT);
        }
        return numbers.power(base, integer.get().intValueExact());
    }

    private Value<N> each(Value<N> value, java.util.function.UnaryOperator<N> function) {
        if (value instanceof Value.OfNumber<N> number) {
            return new Value.OfNumber<>(function.apply(number.number()));
        }
        if (value instanceof Value.OfVector<N> vector) {
            return new Value.OfVector<>(algebra.map(vector.entries(), function));
        }
        return new Value.OfMatrix<>(((Value.OfMatrix<N>) value).matrix().map(function));
    }

    private Value<N> both(Value<N> left, Value<N> right, java.util.function.BinaryOperator<N> function) {
        if (left instanceof Value.OfNumber) {
            return new Value.OfNumber<>(function.apply(number(left), number(right)));
        }
        if (left instanceof Value.OfVector<N> vector) {
            return new Value.OfVector<>(algebra.map(vector.entries(), ((Value.OfVector<N>) right).entries(), function));
        }
        return new Value.OfMatrix<>(
                ((Value.OfMatrix<N>) left).matrix().with(((Value.OfMatrix<N>) right).matrix(), function));
    }

    private N number(Value<N> value) {
        return ((Value.OfNumber<N>) value).number();
    }
}
