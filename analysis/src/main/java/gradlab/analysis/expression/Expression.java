package gradlab.analysis.expression;

import gradlab.analysis.source.Position;
import java.util.List;
import java.util.Optional;
import org.hipparchus.fraction.BigFraction;

/** A parsed expression. Every node knows its place in the file, for the errors that speak of it. */
public sealed interface Expression {

    /** Where the node stands; for an operator, where its sign stands. */
    Position position();

    /** A number: exactly the decimal that was written. */
    record Literal(BigFraction value, Position position) implements Expression {}

    /** A quoted text. */
    record Text(String text, Position position) implements Expression {}

    /** A name. */
    record Name(String name, Position position) implements Expression {}

    /** An operator with one operand. */
    record Unary(UnaryOperator operator, Expression operand, Position position) implements Expression {}

    /** An operator with two operands. */
    record Binary(BinaryOperator operator, Expression left, Expression right, Position position)
            implements Expression {}

    /** A vector written out. */
    record VectorLiteral(List<Expression> items, Position position) implements Expression {
        /** Copies the items. */
        public VectorLiteral {
            items = List.copyOf(items);
        }
    }

    /** A matrix written out, row by row; at least one row, rows of equal length. */
    record MatrixLiteral(List<List<Expression>> rows, Position position) implements Expression {
        /** Copies the rows. */
        public MatrixLiteral {
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /** A call of a built-in function, or of a value that is a function. */
    record Call(Expression function, List<Expression> arguments, Position position) implements Expression {
        /** Copies the arguments. */
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    /** {@code sum}, {@code prod} or {@code all} of a body over {@code from <= index <= to}. */
    record Range(Fold fold, String index, Expression from, Expression to, Expression body, Position position)
            implements Expression {}

    /** An entry: of a vector, a list, or (with a column) a matrix; counted from 0. */
    record Index(Expression target, Expression row, Optional<Expression> column, Position position)
            implements Expression {}

    /** {@code if(condition, yes, no)}: only the branch chosen is looked at. */
    record Conditional(Expression condition, Expression yes, Expression no, Position position) implements Expression {}
}
