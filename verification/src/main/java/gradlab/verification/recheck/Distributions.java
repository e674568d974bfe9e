package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import java.util.ArrayList;
import java.util.List;

/** Makes variables of the distributions and shapes that a text names. */
final class Distributions {
    private static final int LONGEST_LIST = 1000;

    private final Averages averages;
    private final Variables variables;

    Distributions(Averages averages, Variables variables) {
        this.averages = averages;
        this.variables = variables;
    }

    /** A list of independent ones. */
    List<PolyMat> list(Term distribution) {
        require(distribution.items().size() == 3, "(list count distribution)");
        int count = averages.size(distribution.items().get(1));
        require(count <= LONGEST_LIST, "a list of at most " + LONGEST_LIST);
        List<PolyMat> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(drawn(distribution.items().get(2)));
        }
        return List.copyOf(items);
    }

    /** A number, vector or matrix of variables that may be any numbers. */
    PolyMat symbols(Term shape) {
        require(shape.head().equals("free") && shape.items().size() == 3, "(free rows columns)");
        int rows = averages.size(shape.items().get(1));
        return PolyMat.of(rows, averages.size(shape.items().get(2)), (i, j) -> variables.add(Variables.Kind.FREE));
    }

    /** A number, vector or matrix of new variables. */
    PolyMat drawn(Term distribution) {
        List<Term> a = distribution.items().subList(1, distribution.items().size());
        return switch (distribution.head() + a.size()) {
            case "gaussian0" -> entries(Variables.Kind.GAUSSIAN, 1, 1, Num.ZERO, Num.ONE);
            case "gaussian1" -> entries(Variables.Kind.GAUSSIAN, averages.size(a.get(0)), 1, Num.ZERO, Num.ONE);
            case "gaussian2" ->
                entries(Variables.Kind.GAUSSIAN, averages.size(a.get(0)), averages.size(a.get(1)), Num.ZERO, Num.ONE);
            case "gaussian3" ->
                entries(
                        Variables.Kind.GAUSSIAN,
                        averages.size(a.get(0)),
                        averages.size(a.get(1)),
                        Num.ZERO,
                        averages.number(a.get(2)));
            case "rademacher1" -> entries(Variables.Kind.RADEMACHER, averages.size(a.get(0)), 1, Num.ZERO, Num.ONE);
            case "rademacher2" ->
                entries(Variables.Kind.RADEMACHER, averages.size(a.get(0)), 1, Num.ZERO, averages.number(a.get(1)));
            case "uniform2" -> uniform(1, 1, a);
            case "uniform3" -> uniform(averages.size(a.get(0)), 1, a.subList(1, 3));
            case "uniform4" -> uniform(averages.size(a.get(0)), averages.size(a.get(1)), a.subList(2, 4));
            default -> throw new RecheckException("expected a distribution, not '" + distribution.head() + "'");
        };
    }

    private PolyMat uniform(int rows, int columns, List<Term> ends) {
        Num low = averages.number(ends.get(0));
        Num high = averages.number(ends.get(1));
        Num center = low.add(high).divide(Num.TWO);
        return entries(
                Variables.Kind.UNIFORM,
                rows,
                columns,
                center,
                high.subtract(low).divide(Num.TWO));
    }

    private PolyMat entries(Variables.Kind kind, int rows, int columns, Num center, Num scale) {
        return PolyMat.of(
                rows,
                columns,
                (i, j) -> variables.add(kind).multiply(Poly.of(scale)).add(Poly.of(center)));
    }
}
