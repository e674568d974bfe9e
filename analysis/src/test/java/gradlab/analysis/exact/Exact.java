package gradlab.analysis.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.hipparchus.fraction.BigFraction;

/** Short ways to write down exact values. */
final class Exact {
    private Exact() {}

    /** A fraction or decimal as written: 9, -3/4, 1.6180339887498948, 1e-5. */
    static BigFraction fraction(String text) {
        if (text.contains("/")) {
            String[] parts = text.split("/", 2);
            return new BigFraction(new BigInteger(parts[0]), new BigInteger(parts[1]));
        }
        BigDecimal decimal = new BigDecimal(text);
        return decimal.scale() > 0
                ? new BigFraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new BigFraction(decimal.toBigIntegerExact());
    }

    static Surd number(String text) {
        return Surd.of(fraction(text));
    }

    static Surd root(String text) {
        return Surd.sqrt(fraction(text));
    }

    /** Rows separated by semicolons, entries by blanks. */
    static ExactMatrix matrix(String text) {
        Surd[][] entries = Arrays.stream(text.split(";"))
                .map(row ->
                        Arrays.stream(row.trim().split(" +")).map(Exact::number).toArray(Surd[]::new))
                .toArray(Surd[][]::new);
        return ExactMatrix.of(entries).orElseThrow();
    }

    static ExactMatrix matrix(int rows, int columns, ExactMatrix.Entry entry) {
        return ExactMatrix.of(rows, columns, entry).orElseThrow();
    }

    static ExactMatrix identity(int n) {
        return matrix(n, n, (i, j) -> i == j ? Surd.ONE : Surd.ZERO);
    }

    static ExactMatrix diagonal(long... entries) {
        return matrix(entries.length, entries.length, (i, j) -> i == j ? Surd.of(entries[i]) : Surd.ZERO);
    }

    /** The rational orthogonal matrix I - 2 v v'/v'v for a random integer vector v. */
    static ExactMatrix reflection(int n, Random random) {
        long[] v = random.longs(n, 1, 9).toArray();
        long length = Arrays.stream(v).map(x -> x * x).sum();
        return matrix(n, n, (i, j) -> Surd.of(new BigFraction((i == j ? length : 0) - 2 * v[i] * v[j], length)));
    }

    static ExactMatrix product(ExactMatrix first, ExactMatrix... others) {
        ExactMatrix product = first;
        for (ExactMatrix next : others) {
            product = product.multiply(next).orElseThrow();
        }
        return product;
    }

    static ExactMatrix randomDoubles(int rows, int columns, Random random) {
        return matrix(rows, columns, (i, j) -> Surd.ofDouble(random.nextGaussian()));
    }

    static BigInteger[][] integers(long[][] rows) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new))
                .toArray(BigInteger[][]::new);
    }
}
