package gradlab.verification.recheck;

import java.math.BigInteger;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** The functions that evaluate all their arguments. */
final class Builtins {
    static final int MOST_REPETITIONS = 10_000;

    /** A function of evaluated arguments, with the smallest and largest number of them. */
    record Builtin(int least, int most, Function<Args, Value> f) {}

    /** Arguments by kind. */
    record Args(List<Value> values) {
        int count() {
            return values.size();
        }

        Num num(int i) {
            if (values.get(i) instanceof Num n) {
                return n;
            }
            throw wrong("a number", i);
        }

        Mat mat(int i) {
            if (values.get(i) instanceof Mat m) {
                return m;
            }
            throw wrong("a vector or matrix", i);
        }

        Value.Layer layer(int i) {
            if (values.get(i) instanceof Value.Layer f) {
                return f;
            }
            throw wrong("a layer", i);
        }

        int integer(int i, int least, int most) {
            Num n = num(i);
            if (!n.isPoint()) {
                throw NoValue.undecided("an integer not known exactly");
            }
            boolean fits = n.low.den().equals(BigInteger.ONE) && n.low.bits() <= 32;
            long value = fits ? n.low.num().longValueExact() : least - 1L;
            Mat.require(value >= least && value <= most, "an integer from " + least + " to " + most);
            return (int) value;
        }

        private static RecheckException wrong(String what, int i) {
            return new RecheckException("expected " + what + " as argument " + (i + 1));
        }
    }

    private static final Map<String, Builtin> TABLE = new HashMap<>();

    static {
        numbers();
        matrices();
        spectra();
        layers();
    }

    private Builtins() {}

    static Optional<Builtin> named(String name) {
        return Optional.ofNullable(TABLE.get(name));
    }

    private static void put(String name, int least, int most, Function<Args, Value> f) {
        TABLE.put(name, new Builtin(least, most, f));
    }

    private static void function(String name, UnaryOperator<Num> f) {
        put(name, 1, 1, a -> f.apply(a.num(0)));
    }

    private static void numbers() {
        put(
                "+",
                2,
                2,
                a -> a.values().get(0) instanceof Num x
                        ? x.add(a.num(1))
                        : a.mat(0).with(a.mat(1), Num::add));
        put(
                "-",
                2,
                2,
                a -> a.values().get(0) instanceof Num x
                        ? x.subtract(a.num(1))
                        : a.mat(0).with(a.mat(1), Num::subtract));
        put("*", 2, 2, Builtins::product);
        put(
                "/",
                2,
                2,
                a -> a.values().get(0) instanceof Num x
                        ? x.divide(a.num(1))
                        : a.mat(0).map(entry -> entry.divide(a.num(1))));
        put(
                "neg",
                1,
                1,
                a -> a.values().get(0) instanceof Num x ? x.negate() : a.mat(0).map(Num::negate));
        put("^", 2, 2, a -> a.num(0).pow(a.num(1)));
        put("min", 1, 64, a -> fold(a, Num::min));
        put("max", 1, 64, a -> fold(a, Num::max));
        put("isfinite", 1, 1, a -> Truth.of(a.num(0).low.bits() > 0));
        function("abs", Num::abs);
        function("sqrt", Num::sqrt);
        function("exp", Series::exp);
        function("log", Series::log);
        function("log2", Series::log2);
        function("sin", Series::sin);
        function("cos", Series::cos);
        function("tan", Series::tan);
        function("erf", Series::erf);
        function("floor", Num::floor);
        function("ceil", x -> x.negate().floor().negate());
    }

    private static Num fold(Args a, BinaryOperator<Num> f) {
        return IntStream.range(0, a.count()).mapToObj(a::num).reduce(f).orElseThrow();
    }

    private static Value product(Args a) {
        if (a.values().get(0) instanceof Num x) {
            return a.values().get(1) instanceof Num y ? x.multiply(y) : a.mat(1).map(x::multiply);
        }
        return a.values().get(1) instanceof Num y
                ? a.mat(0).map(y::multiply)
                : a.mat(0).times(a.mat(1));
    }

    private static void matrices() {
        put("transpose", 1, 1, a -> a.mat(0).transpose());
        put("inverse", 1, 1, a -> a.mat(0).inverse());
        put("det", 1, 1, a -> a.mat(0).determinant());
        put("trace", 1, 1, a -> {
            a.mat(0).requireSquare();
            return Mat.sum(IntStream.range(0, a.mat(0).rows)
                    .mapToObj(i -> a.mat(0).get(i, i))
                    .toList());
        });
        put("identity", 1, 1, a -> Mat.identity(a.integer(0, 1, 64)));
        put("zeros", 1, 2, a -> constant(a, Num.ZERO));
        put("ones", 1, 2, a -> constant(a, Num.ONE));
        put("diag", 1, 1, a -> {
            Mat v = a.mat(0);
            return Mat.of(v.rows, v.rows, (i, j) -> i == j ? v.get(i, 0) : Num.ZERO);
        });
        put("power", 2, 2, a -> a.mat(0).power(a.integer(1, 0, MOST_REPETITIONS)));
        put("chain", 1, 1, Builtins::chain);
        put("dot", 2, 2, a -> {
            Mat.require(a.mat(0).columns == 1 && a.mat(1).columns == 1, "vectors");
            return a.mat(0).transpose().times(a.mat(1)).get(0, 0);
        });
        put("sumv", 1, 1, a -> Mat.sum(a.mat(0).entries()));
        put("mean", 1, 1, a -> Layers.mean(a.mat(0)));
        put(
                "variance",
                1,
                1,
                a -> Layers.centred(a.mat(0))
                        .sumOfSquares()
                        .divide(Num.of(a.mat(0).entries().size())));
    }

    private static Mat constant(Args a, Num value) {
        int columns = a.count() == 2 ? a.integer(1, 1, Mat.LARGEST) : 1;
        return Mat.of(a.integer(0, 1, Mat.LARGEST), columns, (i, j) -> value);
    }

    /** The product of a list of matrices, the first of which is applied first. */
    private static Value chain(Args a) {
        if (!(a.values().get(0) instanceof Value.Items list)) {
            throw Args.wrong("a list of matrices", 0);
        }
        List<Value> items = list.items();
        Args factors = new Args(items);
        return IntStream.range(0, items.size())
                .mapToObj(factors::mat)
                .reduce((first, next) -> next.times(first))
                .orElseThrow(() -> new RecheckException("chain of an empty list"));
    }

    private static void spectra() {
        put("norm", 1, 1, a -> Spectrum.singularValue(a.mat(0), 1));
        put("sigma_max", 1, 1, a -> Spectrum.singularValue(a.mat(0), 1));
        put("sigma", 2, 2, a -> Spectrum.singularValue(a.mat(0), a.integer(1, 1, Mat.LARGEST)));
        put("sigma_min", 1, 1, a -> Spectrum.singularValue(a.mat(0), Math.min(a.mat(0).rows, a.mat(0).columns)));
        put(
                "cond",
                1,
                1,
                a -> Spectrum.singularValue(a.mat(0), 1)
                        .divide(Spectrum.singularValue(a.mat(0), Math.min(a.mat(0).rows, a.mat(0).columns))));
        put("rho", 1, 1, a -> Spectrum.radius(a.mat(0)));
        put("norm1", 1, 1, a -> a.mat(0).transpose().norminf());
        put("norminf", 1, 1, a -> a.mat(0).norminf());
        put("frobenius", 1, 1, a -> a.mat(0).sumOfSquares().sqrt());
    }

    private static void layers() {
        put(
                "dense",
                1,
                2,
                a -> Layers.dense(a.mat(0), a.count() == 2 ? a.mat(1) : Mat.of(a.mat(0).rows, 1, (i, j) -> Num.ZERO)));
        put("leaky_relu", 1, 1, a -> Layers.leakyRelu(a.num(0)));
        put(
                "layernorm",
                1,
                3,
                a -> Layers.layerNorm(
                        a.num(0),
                        a.count() > 1 ? Optional.of(a.mat(1)) : Optional.empty(),
                        a.count() > 2 ? Optional.of(a.mat(2)) : Optional.empty()));
        put("residual", 1, 2, a -> Layers.residual(a.layer(0), a.count() == 2 ? a.num(1) : Num.ONE));
        put(
                "sequential",
                0,
                MOST_REPETITIONS,
                a -> Layers.sequential(
                        IntStream.range(0, a.count()).mapToObj(a::layer).toList()));
        put("repeat", 2, 2, a -> Layers.sequential(Collections.nCopies(a.integer(1, 0, MOST_REPETITIONS), a.layer(0))));
        put(
                "apply",
                2,
                2,
                a -> a.values().get(1) instanceof Num x
                        ? Layers.apply(a.layer(0), Mat.vector(List.of(x))).get(0, 0)
                        : Layers.apply(a.layer(0), a.mat(1)));
        put("jacobian", 2, 2, a -> Layers.jacobian(a.layer(0), a.mat(1)));
        put(
                "derivative",
                2,
                2,
                a -> Layers.jacobian(a.layer(0), Mat.vector(List.of(a.num(1)))).get(0, 0));
    }
}
