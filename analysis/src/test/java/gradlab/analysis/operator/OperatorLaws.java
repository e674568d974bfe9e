package gradlab.analysis.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.random.RandomStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every linear operator must satisfy. A new operator is a new line of the table. */
class OperatorLaws {
    private static final DenseMatrix WIDE = gaussian(3, 5, "wide");
    private static final DenseMatrix TALL = gaussian(5, 3, "tall");
    private static final DenseMatrix SQUARE = gaussian(4, 4, "square");

    /** Each operator with the matrix that it should be, worked out in another way. */
    static Stream<Arguments> operators() {
        return Stream.of(
                Arguments.of("dense wide", WIDE, WIDE),
                Arguments.of("dense tall", TALL, TALL),
                Arguments.of("dense 1 x 1", DenseMatrix.of(1, 1, -2), DenseMatrix.of(1, 1, -2)),
                Arguments.of("dense 0 x 3", DenseMatrix.of(0, 3), DenseMatrix.of(0, 3)),
                Arguments.of("dense 3 x 0", DenseMatrix.of(3, 0), DenseMatrix.of(3, 0)),
                Arguments.of("sum", Operators.sum(WIDE, WIDE), entrywise(WIDE, (i, j, a) -> 2 * a)),
                Arguments.of("product", Operators.product(WIDE, TALL), product(WIDE, TALL)),
                Arguments.of("product outer", Operators.product(TALL, WIDE), product(TALL, WIDE)),
                Arguments.of("chain", Operators.chain(List.of(TALL, WIDE)), product(WIDE, TALL)),
                Arguments.of(
                        "shifted", Operators.shifted(SQUARE, 3), entrywise(SQUARE, (i, j, a) -> i == j ? a + 3 : a)),
                Arguments.of("scaled", Operators.scaled(-2, WIDE), entrywise(WIDE, (i, j, a) -> -2 * a)),
                Arguments.of("transposed", Operators.transpose(WIDE), transpose(WIDE)),
                Arguments.of("transposed twice", Operators.transpose(Operators.transpose(WIDE)), WIDE),
                Arguments.of(
                        "diagonal",
                        Operators.diagonal(Vector.of(1, -2, 0)),
                        DenseMatrix.of(3, 3, 1, 0, 0, 0, -2, 0, 0, 0, 0)),
                Arguments.of("identity", Operators.identity(4), DenseMatrix.identity(4)),
                Arguments.of("zero", Operators.zero(2, 3), DenseMatrix.of(2, 3, new double[6])),
                Arguments.of(
                        "above",
                        Operators.above(DenseMatrix.of(1, 2, 1, 2), DenseMatrix.of(2, 2, 3, 4, 5, 6)),
                        DenseMatrix.of(3, 2, 1, 2, 3, 4, 5, 6)),
                Arguments.of(
                        "beside",
                        Operators.beside(DenseMatrix.of(2, 1, 1, 4), DenseMatrix.of(2, 2, 2, 3, 5, 6)),
                        DenseMatrix.of(2, 3, 1, 2, 3, 4, 5, 6)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operators")
    void isTheMatrixItShouldBe(String name, LinearOperator operator, DenseMatrix expected) {
        assertThat(operator.rows()).isEqualTo(expected.rows());
        assertThat(operator.columns()).isEqualTo(expected.columns());
        assertThat(DenseMatrix.of(operator).toArray()).containsExactly(expected.toArray(), within(1e-14));
        assertThat(DenseMatrix.of(Operators.transpose(operator)).toArray())
                .containsExactly(transpose(expected).toArray(), within(1e-14));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operators")
    void isAdjointToItsTranspose(String name, LinearOperator operator, DenseMatrix expected) {
        double[] x = RandomStream.of(1, "x").gaussians(operator.columns());
        double[] y = RandomStream.of(1, "y").gaussians(operator.rows());
        assertThat(dot(operator.apply(x), y)).isCloseTo(dot(x, operator.applyTranspose(y)), within(1e-13));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operators")
    void isLinear(String name, LinearOperator operator, DenseMatrix expected) {
        double[] x = RandomStream.of(2, "x").gaussians(operator.columns());
        double[] z = RandomStream.of(2, "z").gaussians(operator.columns());
        double[] combined = new double[x.length];
        for (int j = 0; j < x.length; j++) {
            combined[j] = 3 * x[j] - z[j];
        }
        double[] separately = new double[operator.rows()];
        for (int i = 0; i < separately.length; i++) {
            separately[i] = 3 * operator.apply(x)[i] - operator.apply(z)[i];
        }
        assertThat(operator.apply(combined)).containsExactly(separately, within(1e-13));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operators")
    void composesAssociatively(String name, LinearOperator operator, DenseMatrix expected) {
        LinearOperator gram = Operators.product(Operators.transpose(operator), operator);
        DenseMatrix dense = product(transpose(expected), expected);
        assertThat(DenseMatrix.of(gram).toArray()).containsExactly(dense.toArray(), within(1e-13));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operators")
    void refusesVectorsOfTheWrongLengthAndKeepsItsArguments(
            String name, LinearOperator operator, DenseMatrix expected) {
        double[] tooLong = new double[operator.columns() + 1];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> operator.apply(tooLong))
                .withMessageContaining("length");
        double[] x = RandomStream.of(3, "x").gaussians(operator.columns());
        double[] copy = x.clone();
        double[] stale = new double[operator.rows()];
        java.util.Arrays.fill(stale, 99);
        operator.apply(x, stale);
        assertThat(x).isEqualTo(copy);
        assertThat(stale).isEqualTo(operator.apply(x));
    }

    private interface Entry {
        double of(int i, int j, double a);
    }

    private static DenseMatrix entrywise(DenseMatrix a, Entry entry) {
        double[] entries = new double[a.rows() * a.columns()];
        for (int k = 0; k < entries.length; k++) {
            int i = k / a.columns();
            int j = k % a.columns();
            entries[k] = entry.of(i, j, a.get(i, j));
        }
        return DenseMatrix.of(a.rows(), a.columns(), entries);
    }

    private static DenseMatrix transpose(DenseMatrix a) {
        double[] entries = new double[a.rows() * a.columns()];
        for (int k = 0; k < entries.length; k++) {
            entries[k] = a.get(k % a.rows(), k / a.rows());
        }
        return DenseMatrix.of(a.columns(), a.rows(), entries);
    }

    private static DenseMatrix product(DenseMatrix a, DenseMatrix b) {
        double[] entries = new double[a.rows() * b.columns()];
        for (int k = 0; k < entries.length; k++) {
            for (int l = 0; l < a.columns(); l++) {
                entries[k] += a.get(k / b.columns(), l) * b.get(l, k % b.columns());
            }
        }
        return DenseMatrix.of(a.rows(), b.columns(), entries);
    }

    private static DenseMatrix gaussian(int rows, int columns, String task) {
        return DenseMatrix.of(rows, columns, RandomStream.of(0, task).gaussians(rows * columns));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
