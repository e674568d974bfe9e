package gradlab.dynamics.system;

import gradlab.analysis.exact.Binary64;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.Fold;
import gradlab.analysis.expression.UnaryOperator;
import gradlab.analysis.source.Position;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Exponentials;
import gradlab.analysis.tensor.UnaryFunction;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes nodes of parsed expressions of numbers, and refuses at its place what no formula of a system can be. */
final class TermBuilder {

    private static final int MOST_VISITS = 2_000_000;
    private static final int MOST_REPETITIONS = 10_000;

    private final String file;
    private final Terms terms;
    private int visits;

    TermBuilder(String file, Terms terms) {
        this.file = file;
        this.terms = terms;
    }

    /**
     * The node of a number.
     *
     * @param names the nodes of the names that may be used
     * @throws SourceException at the first place that is no formula of numbers
     */
    int number(Expression expression, Map<String, Integer> names) {
        if (++visits > MOST_VISITS) {
            throw tooLarge(expression.position());
        }
        if (expression instanceof Expression.Literal literal) {
            double near = Binary64.near(literal.value());
            if (near == Double.MAX_VALUE && !Binary64.has(literal.value())) {
                throw error(literal.position(), "a number above 1.8e308", "a number that binary64 holds");
            }
            return terms.constant(near);
        } else if (expression instanceof Expression.Name name) {
            return name(name, names);
        } else if (expression instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NEGATE) {
            return negative(number(unary.operand(), names));
        } else if (expression instanceof Expression.Binary binary
                && operation(binary).isArithmetic()) {
            return spine(binary, names);
        } else if (expression instanceof Expression.Call call) {
            return call(call, names);
        } else if (expression instanceof Expression.Range range && range.fold() != Fold.ALL) {
            return range(range, names);
        } else if (expression instanceof Expression.Conditional conditional) {
            return terms.choice(
                    new TruthBuilder(this, terms).truth(conditional.condition(), names),
                    number(conditional.yes(), names),
                    number(conditional.no(), names));
        }
        throw error(expression.position(), what(expression), "a number");
    }

    private int negative(int node) {
        return terms.get(node) instanceof Term.Constant constant
                ? terms.constant(-constant.value())
                : terms.binary(Operation.MULTIPLY, terms.constant(-1), node);
    }

    private static String what(Expression expression) {
        if (expression instanceof Expression.Binary || expression instanceof Expression.Unary) {
            return "a truth value or a transposed one";
        }
        return expression instanceof Expression.Text ? "a quoted text" : "a vector, a matrix or an index";
    }

    private int name(Expression.Name name, Map<String, Integer> names) {
        Integer known = names.get(name.name());
        if (known != null) {
            return known;
        }
        Optional<Double> constant = ScalarFunctions.constant(name.name());
        if (constant.isPresent()) {
            return terms.parameter(name.name(), constant.get());
        }
        if (ScalarFunctions.isFunction(name.name())) {
            throw error(name.position(), "the function " + name.name(), name.name() + "(...) with its arguments");
        }
        throw error(
                name.position(),
                "the unknown name " + SourceException.quote(name.name()),
                ScalarFunctions.advice(name.name(), names.keySet(), true));
    }

    /** The operation of an operator; of one that gives truth values, some operation that does. */
    static Operation operation(Expression.Binary binary) {
        for (Operation operation : Operation.values()) {
            if (operation.operator() == binary.operator()) {
                return operation;
            }
        }
        return Operation.AND;
    }

    /** What joins from left to right may be long: it is walked, not recursed into. */
    private int spine(Expression.Binary top, Map<String, Integer> names) {
        Deque<Expression.Binary> spine = new ArrayDeque<>();
        Expression node = top;
        while (node instanceof Expression.Binary binary && operation(binary).isArithmetic()) {
            spine.push(binary);
            node = binary.left();
        }
        int left = number(node, names);
        for (Expression.Binary link : spine) {
            left = terms.binary(operation(link), left, number(link.right(), names));
        }
        return left;
    }

    private int call(Expression.Call call, Map<String, Integer> names) {
        if (!(call.function() instanceof Expression.Name name) || names.containsKey(name.name())) {
            throw error(call.position(), "a call of what is no function", "a built-in function");
        }
        if (!ScalarFunctions.isFunction(name.name())) {
            throw error(
                    name.position(),
                    "the unknown function " + SourceException.quote(name.name()),
                    ScalarFunctions.advice(name.name(), Set.of(), true));
        }
        int[] arguments = call.arguments().stream()
                .mapToInt(argument -> number(argument, names))
                .toArray();
        return apply(name, arguments);
    }

    private int apply(Expression.Name name, int... arguments) {
        Optional<UnaryFunction> function = ScalarFunctions.unary(name.name());
        boolean folds = name.name().equals("min") || name.name().equals("max");
        int needed = name.name().equals("mod") ? 2 : 1;
        if (folds ? arguments.length < 2 : arguments.length != needed) {
            throw error(
                    name.position(),
                    arguments.length + " arguments of " + name.name(),
                    folds ? "at least two" : needed == 1 ? "one" : "two");
        }
        if (function.isPresent()) {
            return terms.function(function.get(), arguments[0]);
        }
        return switch (name.name()) {
            case "min" -> extreme(true, arguments);
            case "max" -> extreme(false, arguments);
            case "mod" -> remainder(arguments[0], arguments[1]);
            case "log2" ->
                terms.binary(
                        Operation.DIVIDE,
                        terms.function(Exponentials.LOG, arguments[0]),
                        terms.function(Exponentials.LOG, terms.constant(2)));
            case "elu" -> elu(arguments[0]);
            default -> throw error(name.position(), name.name() + " of one number", name.name() + "(i, from, to, ...)");
        };
    }

    private int extreme(boolean smallest, int... arguments) {
        int found = arguments[0];
        for (int i = 1; i < arguments.length; i++) {
            int next = arguments[i];
            int keep = terms.binary(Operation.LESS_OR_EQUAL, smallest ? found : next, smallest ? next : found);
            found = terms.choice(keep, found, next);
        }
        return found;
    }

    /** a - b floor(a/b). */
    private int remainder(int a, int b) {
        int quotient =
                terms.function(ScalarFunctions.unary("floor").orElseThrow(), terms.binary(Operation.DIVIDE, a, b));
        return terms.binary(Operation.SUBTRACT, a, terms.binary(Operation.MULTIPLY, b, quotient));
    }

    /** x above 0, e^x - 1 below. */
    private int elu(int x) {
        int below = terms.binary(Operation.SUBTRACT, terms.function(Exponentials.EXP, x), terms.constant(1));
        return terms.choice(terms.binary(Operation.LESS, terms.constant(0), x), x, below);
    }

    private int range(Expression.Range range, Map<String, Integer> names) {
        boolean sum = range.fold() == Fold.SUM;
        int gathered = terms.constant(sum ? 0 : 1);
        int[] bounds = bounds(range, names);
        for (int i = bounds[0]; i <= bounds[1]; i++) {
            int term = number(range.body(), inner(range, names, i));
            gathered = i == bounds[0] ? term : terms.binary(sum ? Operation.ADD : Operation.MULTIPLY, gathered, term);
        }
        return gathered;
    }

    /** The names inside a range, its index a number. */
    Map<String, Integer> inner(Expression.Range range, Map<String, Integer> names, int index) {
        Map<String, Integer> inner = new HashMap<>(names);
        inner.put(range.index(), terms.constant(index));
        return inner;
    }

    /** From where to where a range runs. */
    int[] bounds(Expression.Range range, Map<String, Integer> names) {
        if (names.containsKey(range.index()) || ScalarFunctions.isReserved(range.index())) {
            throw error(range.position(), "the name " + SourceException.quote(range.index()) + " again", "a new name");
        }
        int from = integer(range.from(), names);
        int to = integer(range.to(), names);
        if ((long) to - from >= MOST_REPETITIONS) {
            throw error(
                    range.position(), "a range of " + ((long) to - from + 1) + " terms", "at most " + MOST_REPETITIONS);
        }
        return new int[] {from, to};
    }

    private int integer(Expression expression, Map<String, Integer> names) {
        int node = number(expression, names);
        if (terms.varies(node)) {
            throw error(expression.position(), "a bound that depends on the state", "a number");
        }
        Program program = new Program(terms, node);
        program.run(new double[0]);
        double value = program.result(0);
        if (!(Math.abs(value) <= 1e9) || value != Math.rint(value)) {
            throw error(expression.position(), "the bound " + TermText.number(value), "an integer");
        }
        return (int) value;
    }

    /** A formula that is too large. */
    SourceException tooLarge(Position position) {
        return error(position, "formulas of more than " + MOST_VISITS + " operations", "fewer");
    }

    SourceException error(Position position, String found, String expected) {
        return SourceException.at(file, position, found, expected);
    }
}
