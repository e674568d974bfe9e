package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.BooleanSupplier;

/** Evaluates terms in any numbers: keeps the names, and has the forms that choose what to look at. */
final class Evaluator {
    private static final long MOST_STEPS = 3_000_000;
    private static final int LONGEST_RANGE = 1_000_000;

    private final Numbers numbers;
    private final Map<String, Value> values;
    private final Map<String, NoValue> failures = new HashMap<>();
    private final Averages averages = new Averages(this);
    private long steps;
    private String reason = "";

    Evaluator(Numbers numbers) {
        this.numbers = numbers;
        this.values = new HashMap<>(numbers.constants());
    }

    /** Gives a new name a value, or lets every use of it fail where it has none. */
    void define(String name, Term term) {
        requireNew(name);
        if (!averages.mentions(term)) {
            try {
                values.put(name, value(term));
            } catch (NoValue e) {
                failures.put(name, e);
            }
        }
        averages.let(name, term);
    }

    /** Gives a new name the values of a random variable. */
    void random(String name, Term distribution) {
        requireNew(name);
        averages.random(name, distribution);
    }

    /** Gives a new name unknown values of a shape. */
    void free(String name, Term shape) {
        requireNew(name);
        averages.free(name, shape);
    }

    private void requireNew(String name) {
        boolean taken = values.containsKey(name) || failures.containsKey(name) || averages.knows(name);
        require(!taken && name.matches("[A-Za-z_][A-Za-z0-9_.]*"), "a new name, not '" + name + "'");
    }

    /** Why the last answer that was open was so. */
    String reason() {
        return reason;
    }

    /** The answer to a statement. */
    Answer answer(Term term) {
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

    /** Whether a condition holds; it has to be decided. */
    boolean chosen(Term condition) {
        Answer answer = answer(condition);
        if (answer == Answer.UNDEFINED || answer == Answer.UNDECIDED) {
            throw NoValue.of(answer == Answer.UNDEFINED, reason);
        }
        return answer == Answer.HOLDS;
    }

    Value value(Term term) {
        if (++steps > MOST_STEPS) {
            throw NoValue.undecided("more steps than a check may take");
        }
        return term.items().isEmpty()
                ? named(term)
                : form(term.head(), term.items().subList(1, term.items().size()));
    }

    private Value named(Term term) {
        String text = term.text();
        if (averages.knows(text)) {
            return averages.value(term).numbers();
        }
        if (failures.containsKey(text)) {
            throw failures.get(text);
        }
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            return new Value.Text(text.substring(1, text.length() - 1));
        }
        return Optional.ofNullable(values.get(text))
                .or(() -> Rational.parse(text).map(number -> Mat.of(numbers.literal(number))))
                .orElseThrow(() -> new RecheckException("expected a number or a known name, not '" + text + "'"));
    }

    private Value form(String head, List<Term> a) {
        return switch (head) {
            case "and", "or", "implies" -> connective(head, sized(a, 2));
            case "not" -> answer(sized(a, 1).get(0)).not();
            case "if" -> conditional(sized(a, 3));
            case "all" -> conjunction(sized(a, 4));
            case "sum" -> folded(sized(a, 4), Num.ZERO, numbers::add);
            case "prod" -> folded(sized(a, 4), Num.ONE, numbers::multiply);
            case "<", "<=", ">", ">=", "==", "!=" -> comparison(head, sized(a, 2));
            case "E", "Var" -> averages.moment(head, sized(a, 1).get(0));
            case "P" -> throw NoValue.undecided("a probability");
            case "list" -> new Value.Items(all(a).values());
            default -> call(head, all(a));
        };
    }

    private static List<Term> sized(List<Term> arguments, int count) {
        require(arguments.size() == count, count + " arguments, not " + arguments.size());
        return arguments;
    }

    private Arguments all(List<Term> terms) {
        List<Value> result = new ArrayList<>(terms.size());
        for (Term term : terms) {
            result.add(value(term));
        }
        return new Arguments(result);
    }

    /** What an operation makes of its arguments. */
    Value call(String head, Arguments a) {
        return switch (head) {
            case "vector" -> Mat.of(a.count(), 1, (i, j) -> a.num(i));
            case "matrix" -> matrix(a);
            case "index" -> index(a);
            default -> numbers.call(head, a);
        };
    }

    /** The right side is looked at only where the left side leaves the answer open, and then decides it. */
    private Answer connective(String head, List<Term> a) {
        Answer left = answer(a.get(0));
        Answer guard = head.equals("implies") ? left.not() : left;
        return guard == Answer.of(head.equals("and")) ? answer(a.get(1)) : guard;
    }

    private Value conditional(List<Term> a) {
        return value(a.get(chosen(a.get(0)) ? 1 : 2));
    }

    /** Norms on either side are first bounded quickly, which often is enough. */
    private Answer comparison(String head, List<Term> a) {
        if (averages.mentions(a.get(0)) || averages.mentions(a.get(1))) {
            return averages.comparison(head, a);
        }
        List<Value> sides = List.of(side(a.get(0)), side(a.get(1)));
        Answer quick = compared(head, bounded(a, sides, true));
        return quick == Answer.UNDECIDED ? compared(head, bounded(a, sides, false)) : quick;
    }

    /** The value of a term, but of a norm that of its argument. */
    private Value side(Term term) {
        return isNorm(term) ? value(term.items().get(1)) : value(term);
    }

    private static boolean isNorm(Term term) {
        return term.head().equals("norm") && term.items().size() == 2;
    }

    private Arguments bounded(List<Term> a, List<Value> sides, boolean quick) {
        Arguments values = new Arguments(sides);
        return new Arguments(
                values.all(i -> isNorm(a.get(i)) ? Mat.of(numbers.norm(values.mat(i), quick)) : sides.get(i)));
    }

    static Answer compared(String head, Arguments a) {
        return switch (head) {
            case "==" -> a.mat(0).equal(a.mat(1));
            case "!=" -> a.mat(0).equal(a.mat(1)).not();
            case "<" -> a.num(0).less(a.num(1));
            case ">" -> a.num(1).less(a.num(0));
            case "<=" -> a.num(1).less(a.num(0)).not();
            default -> a.num(0).less(a.num(1)).not();
        };
    }

    /** Does something for each value of the index of a range, which stands for that value meanwhile, while it is true. */
    void forEach(List<Term> a, BooleanSupplier action) {
        String index = a.get(0).text();
        requireNew(index);
        Arguments ends = all(a.subList(1, 3));
        int last = ends.integer(1, -LONGEST_RANGE, LONGEST_RANGE);
        boolean more = true;
        try {
            for (int i = ends.integer(0, -LONGEST_RANGE, LONGEST_RANGE); more && i <= last; i++) {
                values.put(index, Mat.of(numbers.literal(Rational.of(i))));
                more = action.getAsBoolean();
            }
        } finally {
            values.remove(index);
        }
    }

    private Answer conjunction(List<Term> a) {
        Answer[] answer = {Answer.HOLDS};
        forEach(a, () -> (answer[0] = answer(a.get(3))) == Answer.HOLDS);
        return answer[0];
    }

    private Mat folded(List<Term> a, Num start, BinaryOperator<Num> operation) {
        Num[] total = {start};
        forEach(a, () -> {
            total[0] = operation.apply(total[0], all(a.subList(3, 4)).num(0));
            return true;
        });
        return Mat.of(total[0]);
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
        require(a.count() == (m.columns == 1 ? 2 : 3) || a.count() == 3, "an index, or a row and a column");
        int row = a.integer(1, 0, m.rows - 1);
        return Mat.of(m.get(row, a.count() == 3 ? a.integer(2, 0, m.columns - 1) : 0));
    }
}
