package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/**
 * Evaluates terms as a format of floating-point numbers does: constants and variables rounded first, then every operation
 * in the order in which it is written, sums and products from the first item to the last.
 */
final class RoundedEvaluator implements Answering {
    private static final int MOST_STEPS = 1_000_000;
    private static final int LARGEST_POWER = 10_000;

    private final Format format;
    private final Map<String, Value> values = new HashMap<>(Map.of("true", Answer.HOLDS, "false", Answer.VIOLATED));
    private final Map<String, NoValue> failures = new HashMap<>();
    private String reason = "";
    private int steps;

    RoundedEvaluator(Format format) {
        this.format = format;
    }

    @Override
    public void define(String name, Term term) {
        require(!values.containsKey(name) && !failures.containsKey(name), "a new name, not '" + name + "'");
        try {
            values.put(name, value(term));
        } catch (NoValue e) {
            failures.put(name, e);
        }
    }

    @Override
    public String reason() {
        return reason;
    }

    @Override
    public Answer answer(Term term) {
        try {
            if (value(term) instanceof Answer answer) {
                return answer;
            }
            throw new RecheckException("expected a statement");
        } catch (NoValue e) {
            reason = e.reason;
            return e.answer;
        }
    }

    private Value value(Term term) {
        if (++steps > MOST_STEPS) {
            throw NoValue.undecided("more steps than a check may take");
        }
        if (term.items().isEmpty()) {
            return named(term.text());
        }
        List<Term> a = term.items().subList(1, term.items().size());
        return switch (term.head()) {
            case "and", "or", "implies" -> connective(term.head(), a);
            case "not" -> answer(a.get(0)).not();
            case "if" -> conditional(a);
            case "sum", "prod", "all" -> range(term.head(), a);
            case "list" -> new Value.Items(evaluated(a).values());
            default -> operation(term.head(), evaluated(a));
        };
    }

    private Value named(String text) {
        if (failures.containsKey(text)) {
            throw failures.get(text);
        }
        return Optional.ofNullable(values.get(text))
                .or(() -> Rational.parse(text).map(number -> number(format.nearest(number))))
                .orElseThrow(() -> new RecheckException("expected a number or a known name, not '" + text + "'"));
    }

    private Arguments evaluated(List<Term> terms) {
        List<Value> result = new ArrayList<>();
        for (Term term : terms) {
            result.add(value(term));
        }
        return new Arguments(result);
    }

    private Answer connective(String head, List<Term> a) {
        require(a.size() == 2, "two statements");
        Answer left = answer(a.get(0));
        Answer guard = head.equals("implies") ? left.not() : left;
        return guard == Answer.of(head.equals("and")) ? answer(a.get(1)) : guard;
    }

    private Value conditional(List<Term> a) {
        require(a.size() == 3, "a condition and two values");
        Answer condition = answer(a.get(0));
        if (condition != Answer.HOLDS && condition != Answer.VIOLATED) {
            throw NoValue.of(condition == Answer.UNDEFINED, reason);
        }
        return value(a.get(condition == Answer.HOLDS ? 1 : 2));
    }

    private Value range(String head, List<Term> a) {
        require(a.size() == 4, "an index, two ends and a body");
        String index = a.get(0).text();
        require(!values.containsKey(index) && !failures.containsKey(index), "a new name, not '" + index + "'");
        Arguments ends = evaluated(a.subList(1, 3));
        int last = ends.integer(1, -MOST_STEPS, MOST_STEPS);
        Rational total = head.equals("sum") ? Rational.ZERO : Rational.ONE;
        Answer all = Answer.HOLDS;
        try {
            for (int i = ends.integer(0, -MOST_STEPS, MOST_STEPS); i <= last && all == Answer.HOLDS; i++) {
                values.put(index, number(format.nearest(Rational.of(i))));
                if (head.equals("all")) {
                    all = answer(a.get(3));
                } else {
                    Rational item = evaluated(a.subList(3, 4)).num(0).low;
                    total = format.nearest(head.equals("sum") ? total.add(item) : total.multiply(item));
                }
            }
        } finally {
            values.remove(index);
        }
        return head.equals("all") ? all : number(total);
    }

    private Value operation(String head, Arguments a) {
        return switch (head) {
            case "+" -> both(a, Rational::add);
            case "-" -> both(a, Rational::subtract);
            case "*" -> product(a.mat(0), a.mat(1));
            case "/" -> a.mat(0).map(x -> Num.of(quotient(x.low, a.num(1).low)));
            case "^" -> number(power(a.num(0).low, a.integer(1, -LARGEST_POWER, LARGEST_POWER)));
            case "neg" -> a.mat(0).map(Num::negate);
            case "abs" -> number(a.num(0).low.abs());
            case "sqrt" -> number(root(a.num(0).low));
            case "floor" -> number(Rational.of(a.num(0).low.floor()));
            case "ceil" ->
                number(format.nearest(Rational.of(a.num(0).low.negate().floor().negate())));
            case "max" ->
                number(a.all(i -> a.num(i).low).stream().reduce(Rational::max).orElseThrow());
            case "min" ->
                number(a.all(i -> a.num(i).low).stream().reduce(Rational::min).orElseThrow());
            case "norm" -> number(root(dot(column(a.mat(0)), column(a.mat(0)))));
            case "dot" -> number(dot(column(a.mat(0)), column(a.mat(1))));
            case "sumv" -> number(sum(column(a.mat(0))));
            case "mean" -> number(quotient(sum(column(a.mat(0))), count(a.mat(0))));
            case "transpose" -> a.mat(0).transpose();
            case "vector" -> Mat.of(a.count(), 1, (i, j) -> a.num(i));
            case "matrix" -> matrix(a);
            case "index" -> index(a);
            default -> compared(head, a);
        };
    }

    private static Value compared(String head, Arguments a) {
        return switch (head) {
            case "==" -> a.mat(0).equal(a.mat(1));
            case "!=" -> a.mat(0).equal(a.mat(1)).not();
            case "<" -> a.num(0).less(a.num(1));
            case ">" -> a.num(1).less(a.num(0));
            case "<=" -> a.num(1).less(a.num(0)).not();
            case ">=" -> a.num(0).less(a.num(1)).not();
            default -> throw new RecheckException("expected an operation of the format, not '" + head + "'");
        };
    }

    private static Mat number(Rational value) {
        return Mat.of(Num.of(value));
    }

    private Mat both(Arguments a, BinaryOperator<Rational> operation) {
        return a.mat(0).with(a.mat(1), (x, y) -> Num.of(format.nearest(operation.apply(x.low, y.low))));
    }

    private Mat product(Mat a, Mat b) {
        if (a.entries.size() == 1 || b.entries.size() == 1) {
            Rational factor = (a.entries.size() == 1 ? a : b).number().low;
            return (a.entries.size() == 1 ? b : a).map(x -> Num.of(format.nearest(factor.multiply(x.low))));
        }
        require(a.columns == b.rows, "as many rows as columns before");
        return Mat.of(a.rows, b.columns, (i, j) -> {
            List<Rational> row = new ArrayList<>();
            List<Rational> column = new ArrayList<>();
            for (int k = 0; k < a.columns; k++) {
                row.add(a.get(i, k).low);
                column.add(b.get(k, j).low);
            }
            return Num.of(dot(row, column));
        });
    }

    private Rational quotient(Rational a, Rational b) {
        if (b.signum() == 0) {
            throw NoValue.undefined("division by zero");
        }
        return format.nearest(a.divide(b));
    }

    private Rational root(Rational x) {
        if (x.signum() < 0) {
            throw NoValue.undefined("square root of a negative number");
        }
        return format.root(x);
    }

    private Rational power(Rational base, int exponent) {
        if (base.signum() == 0 && exponent <= 0) {
            throw NoValue.undefined("zero to a power not above 0");
        }
        Rational product = Rational.ONE;
        for (int i = 0; i < Math.abs(exponent); i++) {
            product = format.nearest(product.multiply(base));
        }
        return exponent < 0 ? quotient(Rational.ONE, product) : product;
    }

    private Rational dot(List<Rational> x, List<Rational> y) {
        require(x.size() == y.size(), "equal lengths");
        List<Rational> products = new ArrayList<>();
        for (int i = 0; i < x.size(); i++) {
            products.add(format.nearest(x.get(i).multiply(y.get(i))));
        }
        return sum(products);
    }

    private Rational sum(List<Rational> x) {
        Rational sum = Rational.ZERO;
        for (Rational item : x) {
            sum = format.nearest(sum.add(item));
        }
        return sum;
    }

    private Rational count(Mat x) {
        return format.nearest(Rational.of(x.rows));
    }

    private static List<Rational> column(Mat x) {
        require(x.columns == 1, "a vector");
        return x.entries.stream().map(entry -> entry.low).toList();
    }

    private static Mat matrix(Arguments a) {
        int rows = a.integer(0, 0, Mat.LARGEST);
        int columns = a.integer(1, 0, Mat.LARGEST);
        require(a.count() == 2L + (long) rows * columns, "rows times columns entries");
        return Mat.of(rows, columns, (i, j) -> a.num(2 + i * columns + j));
    }

    private static Value index(Arguments a) {
        if (a.count() == 2 && a.values().get(0) instanceof Value.Items list) {
            return list.items().get(a.integer(1, 0, list.items().size() - 1));
        }
        Mat m = a.mat(0);
        int row = a.integer(1, 0, m.rows - 1);
        return Mat.of(m.get(row, a.count() == 3 ? a.integer(2, 0, m.columns - 1) : 0));
    }
}
