package gradlab.analysis.expression;

import java.util.Optional;

/** Which kinds an operator takes, and what it gives. */
final class OperatorTypes {

    private OperatorTypes() {}

    static Type binary(TypeChecker checker, Expression.Binary binary) {
        BinaryOperator operator = binary.operator();
        if (operator.isLogical()) {
            checker.require(binary.left(), Kind.TRUTH);
            checker.require(binary.right(), Kind.TRUTH);
            return Type.TRUTH;
        }
        Type left = checker.typeOf(binary.left());
        Type right = checker.typeOf(binary.right());
        return result(operator, left.kind(), right.kind())
                .map(Type::of)
                .orElseThrow(() -> checker.error(
                        binary.position(),
                        left.description() + " " + operator.symbol() + " " + right.description(),
                        expectation(operator)));
    }

    private static Optional<Kind> result(BinaryOperator operator, Kind left, Kind right) {
        boolean numbers = left == Kind.NUMBER && right == Kind.NUMBER;
        boolean same = left == right && isTensor(left);
        return switch (operator) {
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> when(numbers, Kind.TRUTH);
            case EQUAL, NOT_EQUAL -> when(same, Kind.TRUTH);
            case ADD, SUBTRACT -> when(same, left);
            case POWER -> when(numbers, Kind.NUMBER);
            case DIVIDE -> when(isTensor(left) && right == Kind.NUMBER, left);
            case MULTIPLY -> product(left, right);
            case AND, OR, IMPLIES -> when(left == Kind.TRUTH && right == Kind.TRUTH, Kind.TRUTH);
        };
    }

    private static Optional<Kind> product(Kind left, Kind right) {
        if (left == Kind.NUMBER) {
            return when(isTensor(right), right);
        }
        if (right == Kind.NUMBER) {
            return when(isTensor(left), left);
        }
        return when(left == Kind.MATRIX && isTensor(right), right);
    }

    private static boolean isTensor(Kind kind) {
        return kind == Kind.NUMBER || kind == Kind.VECTOR || kind == Kind.MATRIX;
    }

    private static Optional<Kind> when(boolean fits, Kind result) {
        return fits ? Optional.of(result) : Optional.empty();
    }

    private static String expectation(BinaryOperator operator) {
        return switch (operator) {
            case MULTIPLY -> "number * anything, matrix * matrix or matrix * vector (for two vectors: dot)";
            case DIVIDE -> "a number, vector or matrix divided by a number";
            case ADD, SUBTRACT, EQUAL, NOT_EQUAL -> "two numbers, two vectors or two matrices";
            default -> "two numbers";
        };
    }
}
