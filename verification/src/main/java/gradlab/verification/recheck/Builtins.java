package gradlab.verification.recheck;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** The operations that evaluate all their arguments. */
final class Builtins {
    static final int MOST_REPETITIONS = 10_000;
    private static final int LARGEST_IDENTITY = 64;
    private static final Map<String, Builtin> TABLE = new HashMap<>();

    /**
     * An operation.
     *
     * @param least the smallest number of arguments
     * @param most the largest number of arguments
     * @param result its value
     */
    record Builtin(int least, int most, Function<Arguments, Value> result) {}

    static {
        numbers();
        matrices();
        measures();
        LayerTable.fill(Builtins::put);
    }

    private Builtins() {}

    static Optional<Builtin> named(String name) {
        return Optional.ofNullable(TABLE.get(name));
    }

    private static void put(String name, int least, int most, Function<Arguments, Value> result) {
        TABLE.put(name, new Builtin(least, most, result));
    }

    private static void number(String name, UnaryOperator<Num> f) {
        put(name, 1, 1, a -> Mat.of(f.apply(a.num(0))));
    }

    private static void measure(String name, Function<Mat, Num> f) {
        put(name, 1, 1, a -> Mat.of(f.apply(a.mat(0))));
    }

    private static void numbers() {
        put("+", 2, 2, a -> a.mat(0).with(a.mat(1), Num::add));
        put("-", 2, 2, a -> a.mat(0).with(a.mat(1), Num::subtract));
        put("*", 2, 2, a -> a.mat(0).times(a.mat(1)));
        put("/", 2, 2, a -> a.mat(0).map(x -> x.divide(a.num(1))));
        put("^", 2, 2, a -> Mat.of(a.num(0).pow(a.num(1))));
        put("neg", 1, 1, a -> a.mat(0).map(Num::negate));
        put("max", 1, 64, a -> Mat.of(a.all(a::num).stream().reduce(a.num(0), Num::max)));
        put(
                "min",
                1,
                64,
                a -> Mat.of(a.all(a::num).stream()
                        .map(Num::negate)
                        .reduce(a.num(0).negate(), Num::max)
                        .negate()));
        put("box", 2, 2, Builtins::box);
        put("isfinite", 1, 1, a -> Answer.of(a.num(0).low.compareTo(a.num(0).high) <= 0));
        number("abs", Num::abs);
        number("sqrt", Num::sqrt);
        number("exp", Series::exp);
        number("log", Series::log);
        number("log2", Series::log2);
        number("sin", Series::sin);
        number("cos", Series::cos);
        number("tan", Series::tan);
        number("erf", Series::erf);
        number("floor", Num::floor);
        number("ceil", x -> x.negate().floor().negate());
    }

    private static Mat box(Arguments ends) {
        Num low = ends.num(0);
        Num high = ends.num(1);
        RecheckException.require(
                low.isPoint() && high.isPoint() && low.low.compareTo(high.low) <= 0, "rational ends in order");
        return Mat.of(Num.between(low.low, high.low));
    }

    private static void matrices() {
        put("transpose", 1, 1, a -> a.mat(0).transpose());
        put("inverse", 1, 1, a -> a.mat(0).inverse());
        put("power", 2, 2, a -> a.mat(0).power(a.integer(1, 0, MOST_REPETITIONS)));
        put(
                "chain",
                1,
                1,
                a -> a.items(0).all(a.items(0)::mat).stream()
                        .reduce((first, next) -> next.times(first))
                        .orElseThrow(() -> new RecheckException("expected a list that is not empty")));
        put("identity", 1, 1, a -> Mat.identity(a.integer(0, 1, LARGEST_IDENTITY)));
        put("zeros", 1, 2, a -> constant(a, Num.ZERO));
        put("ones", 1, 2, a -> constant(a, Num.ONE));
        put(
                "diag",
                1,
                1,
                a -> Mat.of(
                        a.mat(0).rows,
                        a.mat(0).rows,
                        (i, j) -> i == j ? a.mat(0).get(i, 0) : Num.ZERO));
    }

    private static Mat constant(Arguments a, Num value) {
        int columns = a.count() == 2 ? a.integer(1, 1, Mat.LARGEST) : 1;
        return Mat.of(a.integer(0, 1, Mat.LARGEST), columns, (i, j) -> value);
    }

    private static void measures() {
        ToIntFunction<Mat> smaller = m -> Math.min(m.rows, m.columns);
        measure("norm", m -> SingularValues.of(m, 1));
        measure("sigma_max", m -> SingularValues.of(m, 1));
        measure("sigma_min", m -> SingularValues.of(m, smaller.applyAsInt(m)));
        measure("cond", m -> SingularValues.of(m, 1).divide(SingularValues.of(m, smaller.applyAsInt(m))));
        put("sigma", 2, 2, a -> Mat.of(SingularValues.of(a.mat(0), a.integer(1, 1, Mat.LARGEST))));
        measure("rho", Spectrum::radius);
        measure("norm1", m -> m.transpose().norminf());
        measure("norminf", Mat::norminf);
        measure("frobenius", m -> m.sumOfSquares().sqrt());
        measure("det", Mat::determinant);
        measure("trace", Mat::trace);
        measure("rank", Ranks::rank);
        measure("abscissa", Spectrum::abscissa);
        measure("numerical_abscissa", Spectrum::numericalAbscissa);
        measure("kreiss", Kreiss::ofPowers);
        measure("kreiss_continuous", Kreiss::ofFlow);
        put("dot", 2, 2, a -> Mat.of(a.mat(0).with(a.mat(1), Num::multiply).sum()));
        measure("sumv", Mat::sum);
        measure("mean", Mat::mean);
        measure("variance", m -> {
            Num mean = m.mean();
            return m.map(x -> x.subtract(mean)).sumOfSquares().divide(Num.of(m.entries.size()));
        });
    }
}
