package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;

/** What operations make of matrices of polynomials; {@code E} and {@code Var} integrate random variables out. */
final class PolyForms {
    private static final int LARGEST_POWER = 1000;

    private final Averages averages;
    private final Evaluator numbers;
    private final Variables variables;
    private final PolyLayers layers;

    PolyForms(Averages averages, Evaluator numbers, Variables variables) {
        this.averages = averages;
        this.numbers = numbers;
        this.variables = variables;
        this.layers = new PolyLayers(averages, variables);
    }

    PolyMat form(String head, List<Term> a) {
        return switch (head) {
            case "E" -> averages.value(only(a)).map(variables::mean);
            case "Var" -> PolyMat.of(variance(averages.value(only(a)).number()));
            case "+" -> both(a, Poly::add);
            case "-" -> both(a, Poly::subtract);
            case "*" -> averages.value(a.get(0)).times(averages.value(a.get(1)));
            case "/" ->
                averages.value(a.get(0))
                        .map(x -> x.divide(averages.value(a.get(1)).numbers().number()));
            case "^" -> PolyMat.of(power(a));
            case "neg" -> averages.value(only(a)).map(Poly::negate);
            case "abs" -> PolyMat.of(abs(averages.value(only(a)).number()));
            case "max" ->
                PolyMat.of(a.stream()
                        .map(t -> averages.value(t).number())
                        .reduce(this::max)
                        .orElseThrow());
            case "min" ->
                PolyMat.of(a.stream()
                        .map(t -> averages.value(t).number().negate())
                        .reduce(this::max)
                        .orElseThrow()
                        .negate());
            case "vector" ->
                PolyMat.of(a.size(), 1, (i, j) -> averages.value(a.get(i)).number());
            case "matrix" -> matrix(a);
            case "index" -> index(a);
            case "sum", "prod" -> PolyMat.of(range(head, a));
            case "if" -> averages.value(a.get(numbers.chosen(a.get(0)) ? 1 : 2));
            default -> measure(head, a);
        };
    }

    private PolyMat measure(String head, List<Term> a) {
        return switch (head) {
            case "transpose" -> averages.value(only(a)).transpose();
            case "dot" -> PolyMat.of(both(a, Poly::multiply).sum());
            case "sumv" -> PolyMat.of(averages.value(only(a)).sum());
            case "mean" -> PolyMat.of(averages.value(only(a)).mean());
            case "variance" -> PolyMat.of(spread(averages.value(only(a))));
            case "trace" -> PolyMat.of(averages.value(only(a)).trace());
            case "det" -> PolyMat.of(averages.value(only(a)).determinant());
            case "diag" -> diagonal(averages.value(only(a)));
            case "power" -> repeated(averages.value(a.get(0)), averages.size(a.get(1)));
            case "chain" ->
                averages.list(only(a)).stream()
                        .reduce((first, next) -> next.times(first))
                        .orElseThrow();
            case "apply" ->
                layers.push(a.get(0), averages.value(a.get(1)), PolyLayers.NO_TANGENTS)
                        .value();
            case "jacobian" -> layers.jacobian(a.get(0), averages.value(a.get(1)));
            default -> fixed(head, a);
        };
    }

    /** Another operation, on what turns out to be fixed numbers, such as means. */
    private PolyMat fixed(String head, List<Term> a) {
        List<Value> arguments = new ArrayList<>();
        for (Term term : a) {
            arguments.add(averages.value(term).numbers());
        }
        return PolyMat.of(new Arguments(List.of(numbers.call(head, new Arguments(arguments)))).mat(0));
    }

    private static Term only(List<Term> a) {
        require(a.size() == 1, "one argument");
        return a.get(0);
    }

    private PolyMat both(List<Term> a, BinaryOperator<Poly> f) {
        require(a.size() == 2, "two arguments");
        return averages.value(a.get(0)).with(averages.value(a.get(1)), f);
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
        Num exponent = averages.value(a.get(1)).numbers().number();
        boolean whole = exponent.isPoint() && exponent.low.den().equals(BigInteger.ONE);
        if (!whole || exponent.low.signum() <= 0 || exponent.low.num().bitLength() > 10) {
            throw NoValue.undecided("something random to such a power");
        }
        int k = exponent.low.num().intValue();
        require(k <= LARGEST_POWER, "a power of at most " + LARGEST_POWER);
        Term base = averages.resolved(a.get(0));
        boolean norm = base.head().equals("norm") || base.head().equals("frobenius");
        if (!norm) {
            return averages.value(base).number().power(k);
        }
        PolyMat inside =
                averages.value(only(base.items().subList(1, base.items().size())));
        boolean vector =
                inside.columns() == 1 || inside.rows() == 1 || base.head().equals("frobenius");
        if (k % 2 == 1 || !vector) {
            throw NoValue.undecided("an odd power of the norm of something random");
        }
        return inside.sumOfSquares().power(k / 2);
    }

    private PolyMat matrix(List<Term> a) {
        int rows = averages.size(a.get(0));
        int columns = averages.size(a.get(1));
        require(a.size() == 2L + (long) rows * columns, "rows times columns entries");
        return PolyMat.of(
                rows,
                columns,
                (i, j) -> averages.value(a.get(2 + i * columns + j)).number());
    }

    private PolyMat index(List<Term> a) {
        Term target = a.get(0);
        if (averages.isList(target)) {
            List<PolyMat> items = averages.list(target);
            int place = averages.size(a.get(1));
            require(place < items.size(), "an index below " + items.size());
            return items.get(place);
        }
        PolyMat m = averages.value(target);
        int row = averages.size(a.get(1));
        int column = a.size() == 3 ? averages.size(a.get(2)) : 0;
        require(row < m.rows() && column < m.columns(), "an index within the matrix");
        return PolyMat.of(m.get(row, column));
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
            Poly item = averages.value(a.get(3)).number();
            total[0] = sum ? total[0].add(item) : total[0].multiply(item);
            return true;
        });
        return total[0];
    }
}
