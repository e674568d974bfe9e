package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Evaluates terms that mention random variables, or variables that stay symbols, as matrices of polynomials, and forms
 * means of them.
 */
final class Averages {
    private static final int LARGEST_POWER = 1000;

    private final Evaluator numbers;
    private final Variables variables = new Variables();
    private final Map<String, PolyMat> matrices = new HashMap<>();
    private final Map<String, List<PolyMat>> lists = new HashMap<>();
    private final Map<String, Term> terms = new HashMap<>();
    private final Set<String> varying = new HashSet<>();
    private final Distributions distributions = new Distributions(this, variables);
    private final PolyLayers layers = new PolyLayers(this, variables);

    Averages(Evaluator numbers) {
        this.numbers = numbers;
    }

    /** Gives a name to a random variable with a distribution. */
    void random(String name, Term distribution) {
        if (distribution.head().equals("list")) {
            lists.put(name, distributions.list(distribution));
        } else {
            matrices.put(name, distributions.drawn(distribution));
        }
    }

    /** Gives a name to a number, vector, matrix or list of these that may be any at all. */
    void free(String name, Term shape) {
        if (shape.head().equals("list")) {
            lists.put(
                    name,
                    shape.items().stream().skip(1).map(distributions::symbols).toList());
        } else {
            matrices.put(name, distributions.symbols(shape));
        }
    }

    int size(Term term) {
        return new Arguments(List.of(numbers.value(term))).integer(0, 0, Mat.LARGEST);
    }

    Num number(Term term) {
        return new Arguments(List.of(numbers.value(term))).num(0);
    }

    /** Keeps what a name stands for, to be evaluated where it is used. */
    void let(String name, Term term) {
        if (mentions(term)) {
            varying.add(name);
        }
        terms.put(name, term);
    }

    /** What a name was given to stand for, or the term itself. */
    Term resolved(Term term) {
        return term.items().isEmpty() ? terms.getOrDefault(term.text(), term) : term;
    }

    /** Whether a name stands for something with variables in it. */
    boolean knows(String name) {
        return matrices.containsKey(name) || lists.containsKey(name) || varying.contains(name);
    }

    boolean mentions(Term term) {
        return term.items().isEmpty()
                ? knows(term.text())
                : term.items().stream().anyMatch(this::mentions);
    }

    /** A comparison: between polynomials, only where they differ by a number. */
    Answer comparison(String head, List<Term> a) {
        PolyMat left = value(a.get(0));
        PolyMat right = value(a.get(1));
        if (left.isConstant() && right.isConstant()) {
            return Evaluator.compared(head, new Arguments(List.of(left.numbers(), right.numbers())));
        }
        PolyMat difference = left.with(right, Poly::subtract);
        if (!difference.isConstant()) {
            throw NoValue.undecided("a comparison of different polynomials");
        }
        Mat zero = Mat.of(difference.rows(), difference.columns(), (i, j) -> Num.ZERO);
        return Evaluator.compared(head, new Arguments(List.of(difference.numbers(), zero)));
    }

    PolyMat value(Term term) {
        if (!mentions(term) && !term.head().equals("E") && !term.head().equals("Var")) {
            return PolyMat.of(new Arguments(List.of(numbers.value(term))).mat(0));
        }
        if (term.items().isEmpty()) {
            return matrices.containsKey(term.text()) ? matrices.get(term.text()) : value(resolved(term));
        }
        return form(term.head(), term.items().subList(1, term.items().size()));
    }

    private PolyMat form(String head, List<Term> a) {
        return switch (head) {
            case "E" -> value(only(a)).map(variables::mean);
            case "Var" -> PolyMat.of(variance(value(only(a)).number()));
            case "+" -> both(a, Poly::add);
            case "-" -> both(a, Poly::subtract);
            case "*" -> value(a.get(0)).times(value(a.get(1)));
            case "/" ->
                value(a.get(0)).map(x -> x.divide(value(a.get(1)).numbers().number()));
            case "^" -> PolyMat.of(power(a));
            case "neg" -> value(only(a)).map(Poly::negate);
            case "abs" -> PolyMat.of(abs(value(only(a)).number()));
            case "max" ->
                PolyMat.of(
                        a.stream().map(t -> value(t).number()).reduce(this::max).orElseThrow());
            case "min" ->
                PolyMat.of(a.stream()
                        .map(t -> value(t).number().negate())
                        .reduce(this::max)
                        .orElseThrow()
                        .negate());
            case "vector" -> PolyMat.of(a.size(), 1, (i, j) -> value(a.get(i)).number());
            case "matrix" -> matrix(a);
            case "index" -> index(a);
            case "sum", "prod" -> PolyMat.of(range(head, a));
            case "if" -> value(a.get(numbers.chosen(a.get(0)) ? 1 : 2));
            default -> measure(head, a);
        };
    }

    private PolyMat measure(String head, List<Term> a) {
        return switch (head) {
            case "transpose" -> value(only(a)).transpose();
            case "dot" -> PolyMat.of(both(a, Poly::multiply).sum());
            case "sumv" -> PolyMat.of(value(only(a)).sum());
            case "mean" -> PolyMat.of(value(only(a)).mean());
            case "variance" -> PolyMat.of(spread(value(only(a))));
            case "trace" -> PolyMat.of(value(only(a)).trace());
            case "det" -> PolyMat.of(value(only(a)).determinant());
            case "diag" -> diagonal(value(only(a)));
            case "power" -> repeated(value(a.get(0)), size(a.get(1)));
            case "chain" ->
                list(only(a)).stream()
                        .reduce((first, next) -> next.times(first))
                        .orElseThrow();
            case "apply" ->
                layers.push(a.get(0), value(a.get(1)), PolyLayers.NO_TANGENTS).value();
            case "jacobian" -> layers.jacobian(a.get(0), value(a.get(1)));
            default -> fixed(head, a);
        };
    }

    /** Another operation, on what turns out to be fixed numbers, such as means. */
    private PolyMat fixed(String head, List<Term> a) {
        List<Value> arguments = new ArrayList<>();
        for (Term term : a) {
            arguments.add(value(term).numbers());
        }
        return PolyMat.of(new Arguments(List.of(Evaluator.call(head, new Arguments(arguments)))).mat(0));
    }

    private static Term only(List<Term> a) {
        require(a.size() == 1, "one argument");
        return a.get(0);
    }

    private PolyMat both(List<Term> a, java.util.function.BinaryOperator<Poly> f) {
        require(a.size() == 2, "two arguments");
        return value(a.get(0)).with(value(a.get(1)), f);
    }

    private Poly variance(Poly p) {
        Poly distance = p.subtract(variables.mean(p));
        return variables.mean(distance.multiply(distance));
    }

    private static Poly spread(PolyMat x) {
        Poly mean = x.mean();
        return x.map(e -> e.subtract(mean))
                .sumOfSquares()
                .divide(Num.of(x.entries().size()));
    }

    private Poly max(Poly a, Poly b) {
        return b.add(variables.positive(a.subtract(b)));
    }

    private Poly abs(Poly p) {
        return variables.positive(p).multiply(Poly.of(Num.TWO)).subtract(p);
    }

    /** A power of a number, or an even one of a norm. */
    private Poly power(List<Term> a) {
        Num exponent = value(a.get(1)).numbers().number();
        boolean whole = exponent.isPoint() && exponent.low.den().equals(java.math.BigInteger.ONE);
        if (!whole || exponent.low.signum() <= 0 || exponent.low.num().bitLength() > 10) {
            throw NoValue.undecided("something random to such a power");
        }
        int k = exponent.low.num().intValue();
        require(k <= LARGEST_POWER, "a power of at most " + LARGEST_POWER);
        Term base = resolved(a.get(0));
        boolean norm = base.head().equals("norm") || base.head().equals("frobenius");
        if (!norm) {
            return value(base).number().power(k);
        }
        PolyMat inside = value(only(base.items().subList(1, base.items().size())));
        boolean vector =
                inside.columns() == 1 || inside.rows() == 1 || base.head().equals("frobenius");
        if (k % 2 == 1 || !vector) {
            throw NoValue.undecided("an odd power of the norm of something random");
        }
        return inside.sumOfSquares().power(k / 2);
    }

    private PolyMat matrix(List<Term> a) {
        int rows = size(a.get(0));
        int columns = size(a.get(1));
        require(a.size() == 2L + (long) rows * columns, "rows times columns entries");
        return PolyMat.of(
                rows, columns, (i, j) -> value(a.get(2 + i * columns + j)).number());
    }

    private PolyMat index(List<Term> a) {
        Term target = a.get(0);
        if (target.items().isEmpty() && lists.containsKey(target.text())) {
            List<PolyMat> items = list(target);
            int place = size(a.get(1));
            require(place < items.size(), "an index below " + items.size());
            return items.get(place);
        }
        PolyMat m = value(target);
        int row = size(a.get(1));
        int column = a.size() == 3 ? size(a.get(2)) : 0;
        require(row < m.rows() && column < m.columns(), "an index within the matrix");
        return PolyMat.of(m.get(row, column));
    }

    List<PolyMat> list(Term term) {
        if (term.head().equals("list")) {
            return term.items().stream().skip(1).map(this::value).toList();
        }
        return Optional.ofNullable(lists.get(term.text()))
                .orElseThrow(() -> new RecheckException("expected a list, not '" + term.text() + "'"));
    }

    private static PolyMat diagonal(PolyMat x) {
        return PolyMat.of(x.rows(), x.rows(), (i, j) -> i == j ? x.get(i, 0) : Poly.ZERO);
    }

    private static PolyMat repeated(PolyMat a, int k) {
        PolyMat result = PolyMat.of(Mat.identity(a.rows()));
        for (int i = 0; i < k; i++) {
            result = result.times(a);
        }
        return result;
    }

    private Poly range(String head, List<Term> a) {
        boolean sum = head.equals("sum");
        Poly[] total = {sum ? Poly.ZERO : Poly.of(Num.ONE)};
        numbers.forEach(a, () -> {
            Poly item = value(a.get(3)).number();
            total[0] = sum ? total[0].add(item) : total[0].multiply(item);
        });
        return total[0];
    }
}
