package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The numbers of a floating-point format: what is written is rounded first, then every operation in the order in which it
 * stands, sums and products from the first item to the last.
 *
 * @param format the format
 */
record FormatNumbers(Format format) implements Numbers {
    private static final int LARGEST_POWER = 10_000;

    @Override
    public Map<String, Value> constants() {
        return Map.of("true", Answer.HOLDS, "false", Answer.VIOLATED);
    }

    @Override
    public Num literal(Rational written) {
        return Num.of(format.nearest(written));
    }

    @Override
    public Num add(Num a, Num b) {
        return literal(a.low.add(b.low));
    }

    @Override
    public Num multiply(Num a, Num b) {
        return literal(a.low.multiply(b.low));
    }

    @Override
    public Num norm(Mat matrix, boolean quick) {
        return root(dot(column(matrix), column(matrix)));
    }

    @Override
    public Value call(String operation, Arguments a) {
        return switch (operation) {
            case "+" -> a.mat(0).with(a.mat(1), this::add);
            case "-" -> a.mat(0).with(a.mat(1), (x, y) -> add(x, y.negate()));
            case "*" -> product(a.mat(0), a.mat(1));
            case "/" -> a.mat(0).map(x -> quotient(x, a.num(1)));
            case "^" -> Mat.of(power(a.num(0), a.integer(1, -LARGEST_POWER, LARGEST_POWER)));
            case "sqrt" -> Mat.of(root(a.num(0)));
            case "ceil" -> Mat.of(literal(a.num(0).negate().floor().negate().low));
            case "norm" -> Mat.of(norm(a.mat(0), false));
            case "dot" -> Mat.of(dot(column(a.mat(0)), column(a.mat(1))));
            case "sumv" -> Mat.of(sum(column(a.mat(0))));
            case "mean" -> Mat.of(quotient(sum(column(a.mat(0))), literal(Rational.of(a.mat(0).rows))));
            // Their exact results are numbers of the format.
            case "neg", "abs", "floor", "max", "min", "transpose" -> RealNumbers.REALS.call(operation, a);
            default -> throw new RecheckException("expected an operation of the format, not '" + operation + "'");
        };
    }

    private Mat product(Mat a, Mat b) {
        if (a.entries.size() == 1 || b.entries.size() == 1) {
            Num factor = (a.entries.size() == 1 ? a : b).number();
            return (a.entries.size() == 1 ? b : a).map(x -> multiply(factor, x));
        }
        require(a.columns == b.rows, "as many rows as columns before");
        Mat turned = b.transpose();
        return Mat.of(a.rows, b.columns, (i, j) -> dot(row(a, i), row(turned, j)));
    }

    private static List<Num> row(Mat a, int i) {
        return a.entries.subList(i * a.columns, (i + 1) * a.columns);
    }

    private static List<Num> column(Mat x) {
        require(x.columns == 1, "a vector");
        return x.entries;
    }

    private Num dot(List<Num> x, List<Num> y) {
        require(x.size() == y.size(), "equal lengths");
        return sum(IntStream.range(0, x.size())
                .mapToObj(k -> multiply(x.get(k), y.get(k)))
                .toList());
    }

    private Num sum(List<Num> x) {
        return x.stream().reduce(Num.ZERO, this::add);
    }

    private Num quotient(Num a, Num b) {
        if (b.isZero()) {
            throw NoValue.undefined("division by zero");
        }
        return literal(a.low.divide(b.low));
    }

    private Num root(Num x) {
        if (x.low.signum() < 0) {
            throw NoValue.undefined("square root of a negative number");
        }
        return Num.of(format.root(x.low));
    }

    private Num power(Num base, int exponent) {
        if (base.isZero() && exponent <= 0) {
            throw NoValue.undefined("zero to a power not above 0");
        }
        Num product = Num.ONE;
        for (int i = 0; i < Math.abs(exponent); i++) {
            product = multiply(product, base);
        }
        return exponent < 0 ? quotient(Num.ONE, product) : product;
    }
}
