package gradlab.verification.recheck;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Evaluates terms over numbers known exactly or within bounds; the forms that choose what to look at are here. */
final class Evaluator {
    private static final long MOST_STEPS = 3_000_000;
    private static final int LONGEST_RANGE = 1_000_000;
    private static final Map<String, Value> CONSTANTS = Map.of(
            "pi", Series.PI,
            "e", Series.exp(Num.ONE),
            "true", Truth.TRUE,
            "false", Truth.FALSE,
            "relu", Layers.RELU,
            "tanh", Layers.TANH,
            "sigmoid", Layers.SIGMOID,
            "softmax", Layers.SOFTMAX,
            "identity_map", Layers.IDENTITY);

    private final Map<String, Value> values = new HashMap<>();
    private final Map<String, NoValue> failures = new HashMap<>();
    private long steps;
    private String reason = "";

    /** Gives a name a value, or lets every use of it fail where it has none. */
    void define(String name, Term term) {
        requireNew(name);
        try {
            values.put(name, value(term));
        } catch (NoValue e) {
            failures.put(name, e);
        }
    }

    private void requireNew(String name) {
        boolean taken = values.containsKey(name) || failures.containsKey(name) || CONSTANTS.containsKey(name);
        if (taken || !name.matches("[A-Za-z_][A-Za-z0-9_.]*")) {
            throw new RecheckException("not a new name: " + name);
        }
    }

    String reason() {
        return reason;
    }

    /** The truth of a statement; where it has none, why is kept as the reason. */
    Truth truth(Term term) {
        try {
            if (value(term) instanceof Truth truth) {
                return truth;
            }
            throw new RecheckException("expected a statement");
        } catch (NoValue e) {
            reason = String.valueOf(e.getMessage());
            return e.truth();
        }
    }

    Value value(Term term) {
        if (++steps > MOST_STEPS) {
            throw NoValue.undecided("more than " + MOST_STEPS + " steps");
        }
        if (term instanceof Term.Atom atom) {
            return atom(atom.text());
        }
        List<Term> items = ((Term.Node) term).items();
        if (items.isEmpty() || !(items.get(0) instanceof Term.Atom head)) {
            throw new RecheckException("expected the name of an operation first in a list");
        }
        List<Term> arguments = items.subList(1, items.size());
        Optional<Value> form = form(head.text(), arguments);
        return form.isPresent() ? form.get() : call(head.text(), arguments);
    }

    private Value atom(String text) {
        if (failures.containsKey(text)) {
            throw failures.get(text);
        }
        Optional<Value> named =
                Optional.ofNullable(values.get(text)).or(() -> Optional.ofNullable(CONSTANTS.get(text)));
        return named.or(() -> Rational.parse(text).map(Num::of))
                .orElseThrow(() -> new RecheckException("neither a number nor a known name: " + text));
    }

    private Value call(String name, List<Term> arguments) {
        if (CONSTANTS.get(name) instanceof Value.Layer && arguments.size() == 1) {
            return call("apply", List.of(new Term.Atom(name), arguments.get(0)));
        }
        Builtins.Builtin builtin =
                Builtins.named(name).orElseThrow(() -> new RecheckException("no operation of this name: " + name));
        if (arguments.size() < builtin.least() || arguments.size() > builtin.most()) {
            throw new RecheckException("wrong number of arguments to " + name + ": " + arguments.size());
        }
        return builtin.f().apply(new Builtins.Args(all(arguments)));
    }

    private List<Value> all(List<Term> terms) {
        List<Value> result = new ArrayList<>(terms.size());
        for (Term term : terms) {
            result.add(value(term));
        }
        return result;
    }

    private Optional<Value> form(String head, List<Term> a) {
        return switch (head) {
            case "and", "or", "implies" -> Optional.of(connective(head, sized(head, a, 2)));
            case "not" -> Optional.of(truth(sized(head, a, 1).get(0)).not());
            case "<", "<=", ">", ">=", "==", "!=" -> Optional.of(comparison(head, all(sized(head, a, 2))));
            case "if" -> Optional.of(conditional(sized(head, a, 3)));
            case "sum", "prod", "all" -> Optional.of(range(head, sized(head, a, 4)));
            case "box" -> Optional.of(box(new Builtins.Args(all(sized(head, a, 2)))));
            case "list" -> Optional.of(new Value.Items(all(a)));
            case "vector" -> Optional.of(Mat.vector(numbers(a)));
            case "matrix" -> Optional.of(matrix(new Builtins.Args(all(a))));
            case "index" -> Optional.of(index(new Builtins.Args(all(a))));
            default -> Optional.empty();
        };
    }

    private static List<Term> sized(String head, List<Term> arguments, int count) {
        if (arguments.size() != count) {
            throw new RecheckException("wrong number of arguments to " + head + ": " + arguments.size());
        }
        return arguments;
    }

    /** The right side is looked at only where the left side leaves the answer open, and then decides it. */
    private Truth connective(String head, List<Term> a) {
        Truth left = truth(a.get(0));
        Truth guard = head.equals("implies") ? left.not() : left;
        Truth open = head.equals("and") ? Truth.TRUE : Truth.FALSE;
        return guard == open ? truth(a.get(1)) : guard;
    }

    private static Truth comparison(String head, List<Value> a) {
        if (head.equals("==") || head.equals("!=")) {
            Truth equal = equal(a.get(0), a.get(1));
            return head.equals("==") ? equal : equal.not();
        }
        Builtins.Args args = new Builtins.Args(a);
        return switch (head) {
            case "<" -> args.num(0).less(args.num(1));
            case ">" -> args.num(1).less(args.num(0));
            case "<=" -> args.num(1).less(args.num(0)).not();
            default -> args.num(0).less(args.num(1)).not();
        };
    }

    private static Truth equal(Value left, Value right) {
        if (left instanceof Num a && right instanceof Num b) {
            return a.equal(b);
        }
        if (left instanceof Mat a && right instanceof Mat b) {
            Mat.require(a.rows == b.rows && a.columns == b.columns, "equal shapes");
            Truth all = Truth.TRUE;
            for (int k = 0; k < a.entries().size(); k++) {
                Truth entry = a.entries().get(k).equal(b.entries().get(k));
                if (entry == Truth.FALSE) {
                    return entry;
                }
                all = entry == Truth.TRUE ? all : entry;
            }
            return all;
        }
        throw new RecheckException("expected two numbers, vectors or matrices to compare");
    }

    private Value conditional(List<Term> a) {
        Truth condition = truth(a.get(0));
        if (condition == Truth.UNDEFINED) {
            throw NoValue.undefined(reason);
        }
        if (condition == Truth.UNDECIDED) {
            throw NoValue.undecided("an undecided condition");
        }
        return value(a.get(condition == Truth.TRUE ? 1 : 2));
    }

    /** The sum, product or conjunction over an index from one integer to another. */
    private Value range(String head, List<Term> a) {
        String name = a.get(0) instanceof Term.Atom atom ? atom.text() : "";
        requireNew(name);
        Builtins.Args ends = new Builtins.Args(all(a.subList(1, 3)));
        int last = ends.integer(1, -LONGEST_RANGE, LONGEST_RANGE);
        Value result = head.equals("sum") ? Num.ZERO : head.equals("prod") ? Num.ONE : Truth.TRUE;
        try {
            for (int i = ends.integer(0, -LONGEST_RANGE, LONGEST_RANGE); i <= last && result != Truth.FALSE; i++) {
                values.put(name, Num.of(i));
                result = step(head, result, a.get(3));
                if (result == Truth.UNDEFINED || result == Truth.UNDECIDED) {
                    return result;
                }
            }
        } finally {
            values.remove(name);
        }
        return result;
    }

    private Value step(String head, Value before, Term body) {
        if (head.equals("all")) {
            return truth(body);
        }
        Num item = new Builtins.Args(List.of(value(body))).num(0);
        Num total = (Num) before;
        return head.equals("sum") ? total.add(item) : total.multiply(item);
    }

    private static Num box(Builtins.Args ends) {
        Mat.require(ends.num(0).isPoint() && ends.num(1).isPoint(), "two rational ends of a box");
        Mat.require(ends.num(0).low.compareTo(ends.num(1).low) <= 0, "a box with ends in order");
        return Num.between(ends.num(0).low, ends.num(1).low);
    }

    private List<Num> numbers(List<Term> terms) {
        Builtins.Args args = new Builtins.Args(all(terms));
        return IntStream.range(0, terms.size()).mapToObj(args::num).toList();
    }

    private static Mat matrix(Builtins.Args a) {
        Mat.require(a.count() >= 2, "rows, columns and entries of a matrix");
        int rows = a.integer(0, 0, Mat.LARGEST);
        int columns = a.integer(1, 0, Mat.LARGEST);
        Mat.require(a.count() == 2L + (long) rows * columns, "rows times columns entries");
        return Mat.of(rows, columns, (i, j) -> a.num(2 + i * columns + j));
    }

    private static Value index(Builtins.Args a) {
        int first = a.count() >= 2 ? a.integer(1, 0, Mat.LARGEST) : -1;
        if (a.count() == 2 && a.values().get(0) instanceof Value.Items list) {
            Mat.require(first < list.items().size(), "an index inside the list");
            return list.items().get(first);
        }
        Mat.require(a.count() == 3 || (a.count() == 2 && a.mat(0).columns == 1), "an index, or a row and a column");
        return a.mat(0).get(first, a.count() == 3 ? a.integer(2, 0, Mat.LARGEST) : 0);
    }
}
