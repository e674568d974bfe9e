package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates terms over numbers known exactly or within bounds; the forms that choose what to look at are here. */
final class Evaluator implements Answering {
    private static final long MOST_STEPS = 3_000_000;
    private static final int LONGEST_RANGE = 1_000_000;
    private static final Map<String, Value> CONSTANTS = constants();

    private final Map<String, Value> values = new HashMap<>(CONSTANTS);
    private final Map<String, NoValue> failures = new HashMap<>();
    private final Averages averages = new Averages(this);
    private long steps;
    private String reason = "";

    private static Map<String, Value> constants() {
        Map<String, Value> constants = new HashMap<>(Activations.LAYERS);
        constants.put("pi", Mat.of(Series.PI));
        constants.put("e", Mat.of(Series.exp(Num.ONE)));
        constants.put("true", Answer.HOLDS);
        constants.put("false", Answer.VIOLATED);
        constants.put("relu", Layer.RELU);
        constants.put("tanh", Layer.TANH);
        constants.put("sigmoid", Layer.SIGMOID);
        constants.put("softmax", Normalisations.SOFTMAX);
        constants.put("logsoftmax", Normalisations.LOG_SOFTMAX);
        constants.put("identity_map", Layer.sequential(List.of()));
        return constants;
    }

    @Override
    public void define(String name, Term term) {
        requireNew(name);
        if (averages.mentions(term)) {
            averages.let(name, term);
            return;
        }
        try {
            values.put(name, value(term));
        } catch (NoValue e) {
            failures.put(name, e);
        }
        averages.let(name, term);
    }

    @Override
    public void random(String name, Term distribution) {
        requireNew(name);
        averages.random(name, distribution);
    }

    @Override
    public void free(String name, Term shape) {
        requireNew(name);
        averages.free(name, shape);
    }

    private void requireNew(String name) {
        boolean taken = values.containsKey(name) || failures.containsKey(name) || averages.knows(name);
        require(!taken && name.matches("[A-Za-z_][A-Za-z0-9_.]*"), "a new name, not '" + name + "'");
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
                ? named(term.text())
                : form(term.head(), term.items().subList(1, term.items().size()));
    }

    private Value named(String text) {
        if (averages.knows(text)) {
            return averages.value(new Term(text, List.of())).numbers();
        }
        if (failures.containsKey(text)) {
            throw failures.get(text);
        }
        if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
            return new Value.Text(text.substring(1, text.length() - 1));
        }
        return Optional.ofNullable(values.get(text))
                .or(() -> Rational.parse(text).map(number -> Mat.of(Num.of(number))))
                .orElseThrow(() -> new RecheckException("expected a number or a known name, not '" + text + "'"));
    }

    private Value form(String head, List<Term> a) {
        return switch (head) {
            case "and", "or", "implies" -> connective(head, sized(a, 2));
            case "not" -> answer(sized(a, 1).get(0)).not();
            case "if" -> conditional(sized(a, 3));
            case "sum", "prod", "all" -> range(head, sized(a, 4));
            case "<", "<=", ">", ">=", "==", "!=" -> comparison(head, sized(a, 2));
            case "E", "Var" ->
                averages.value(new Term(
                                "",
                                List.of(new Term(head, List.of()), sized(a, 1).get(0))))
                        .numbers();
            case "P" -> throw NoValue.undecided("a probability");
            case "box" -> box(all(sized(a, 2)));
            case "list" -> new Value.Items(all(a).values());
            case "vector" -> vector(all(a));
            case "matrix" -> matrix(all(a));
            case "index" -> index(all(a));
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

    static Value call(String name, Arguments a) {
        if (CONSTANTS.get(name) instanceof Layer layer && a.count() == 1) {
            return layer.apply(a.mat(0));
        }
        Builtins.Builtin builtin = Builtins.named(name)
                .orElseThrow(() -> new RecheckException("expected an operation, not '" + name + "'"));
        require(a.count() >= builtin.least() && a.count() <= builtin.most(), "another number of arguments to " + name);
        return builtin.result().apply(a);
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
        Arguments sides = new Arguments(List.of(side(a.get(0)), side(a.get(1))));
        Answer quick = compared(
                head,
                new Arguments(sides.all(i -> bounded(a.get(i), sides.values().get(i), true))));
        return quick == Answer.UNDECIDED
                ? compared(
                        head,
                        new Arguments(
                                sides.all(i -> bounded(a.get(i), sides.values().get(i), false))))
                : quick;
    }

    /** The value of a term, but of a norm that of its argument. */
    private Value side(Term term) {
        return isNorm(term) ? value(term.items().get(1)) : value(term);
    }

    private static boolean isNorm(Term term) {
        return term.head().equals("norm") && term.items().size() == 2;
    }

    private static Value bounded(Term term, Value side, boolean quick) {
        if (!isNorm(term)) {
            return side;
        }
        Mat matrix = new Arguments(List.of(side)).mat(0);
        return Mat.of(quick ? Spectrum.quickNorm(matrix) : Spectrum.singularValue(matrix, 1));
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

    /** Does something for each value of the index of a range, which stands for that value meanwhile. */
    void forEach(List<Term> a, Runnable action) {
        String index = a.get(0).text();
        requireNew(index);
        Arguments ends = all(a.subList(1, 3));
        int last = ends.integer(1, -LONGEST_RANGE, LONGEST_RANGE);
        try {
            for (int i = ends.integer(0, -LONGEST_RANGE, LONGEST_RANGE); i <= last; i++) {
                values.put(index, Mat.of(Num.of(i)));
                action.run();
            }
        } finally {
            values.remove(index);
        }
    }

    /** The sum, product or conjunction over an index from one integer to another. */
    private Value range(String head, List<Term> a) {
        Answer[] answer = {Answer.HOLDS};
        Num[] total = {head.equals("sum") ? Num.ZERO : Num.ONE};
        forEach(a, () -> {
            if (head.equals("all")) {
                answer[0] = answer[0] == Answer.HOLDS ? answer(a.get(3)) : answer[0];
            } else {
                Num item = all(a.subList(3, 4)).num(0);
                total[0] = head.equals("sum") ? total[0].add(item) : total[0].multiply(item);
            }
        });
        return head.equals("all") ? answer[0] : Mat.of(total[0]);
    }

    private static Mat box(Arguments ends) {
        Num low = ends.num(0);
        Num high = ends.num(1);
        require(low.isPoint() && high.isPoint() && low.low.compareTo(high.low) <= 0, "rational ends in order");
        return Mat.of(Num.between(low.low, high.low));
    }

    private static Mat vector(Arguments a) {
        return Mat.of(a.count(), 1, (i, j) -> a.num(i));
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
