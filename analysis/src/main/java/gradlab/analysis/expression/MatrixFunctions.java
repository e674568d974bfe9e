package gradlab.analysis.expression;

import gradlab.analysis.arithmetic.LinearAlgebra;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.ShapeException;
import java.util.List;

/** Built-in functions of matrices. */
final class MatrixFunctions {

    private MatrixFunctions() {}

    static <N> Value<N> identity(Arguments<N> a) {
        int n = a.integer(0, 0, Integers.LONGEST);
        requireFewEntries(n, n);
        return of(algebra(a).identity(n));
    }

    static <N> Value<N> diag(Arguments<N> a) {
        List<N> x = a.vector(0);
        requireFewEntries(x.size(), x.size());
        N zero = a.numbers().zero();
        return of(Matrix.of(x.size(), x.size(), (i, j) -> i == j ? x.get(i) : zero));
    }

    static <N> Value<N> det(Arguments<N> a) {
        return of(a.numbers().matrices().determinant(a.square(0)));
    }

    static <N> Value<N> trace(Arguments<N> a) {
        Matrix<N> matrix = a.square(0);
        N sum = a.numbers().zero();
        for (int i = 0; i < matrix.rows(); i++) {
            sum = a.numbers().add(sum, matrix.get(i, i));
        }
        return of(sum);
    }

    static <N> Value<N> transpose(Arguments<N> a) {
        return of(a.matrix(0).transpose());
    }

    static <N> Value<N> inverse(Arguments<N> a) {
        return of(a.numbers().matrices().inverse(a.square(0)));
    }

    static <N> Value<N> power(Arguments<N> a) {
        return of(algebra(a).power(a.square(0), a.integer(1, 0, Integers.MOST_REPETITIONS)));
    }

    /** The product of a list of matrices, the first of the list applied first. */
    static <N> Value<N> chain(Arguments<N> a) {
        List<Value<N>> items = a.list(0);
        if (items.isEmpty()) {
            throw new ShapeException("an empty list", "at least one matrix");
        }
        Matrix<N> product = matrix(items.get(0));
        for (Value<N> item : items.subList(1, items.size())) {
            product = algebra(a).multiply(matrix(item), product);
        }
        return of(product);
    }

    private static <N> Matrix<N> matrix(Value<N> item) {
        return ((Value.OfMatrix<N>) item).matrix();
    }

    static <N> Value<N> sigma(Arguments<N> a) {
        Matrix<N> matrix = a.matrix(0);
        int i = a.integer(1, 1, Math.min(matrix.rows(), matrix.columns()));
        return of(
                i == 1
                        ? a.numbers().matrices().spectralNorm(matrix)
                        : a.numbers().matrices().singularValues(matrix).get(i - 1));
    }

    static <N> Value<N> sigmaMax(Arguments<N> a) {
        return of(a.numbers().matrices().spectralNorm(nonEmpty(a.matrix(0))));
    }

    static <N> Value<N> sigmaMin(Arguments<N> a) {
        List<N> values = a.numbers().matrices().singularValues(nonEmpty(a.matrix(0)));
        return of(values.get(values.size() - 1));
    }

    /** Largest over smallest singular value; undefined where the smallest is 0. */
    static <N> Value<N> cond(Arguments<N> a) {
        Matrix<N> matrix = nonEmpty(a.matrix(0));
        List<N> values = a.numbers().matrices().singularValues(matrix);
        return of(a.numbers().divide(a.numbers().matrices().spectralNorm(matrix), values.get(values.size() - 1)));
    }

    static <N> Value<N> rho(Arguments<N> a) {
        return of(a.numbers().matrices().spectralRadius(a.square(0)));
    }

    static <N> Value<N> rank(Arguments<N> a) {
        return of(a.numbers().matrices().rank(a.matrix(0)));
    }

    static <N> Value<N> abscissa(Arguments<N> a) {
        return of(a.numbers().matrices().abscissa(nonEmpty(a.square(0))));
    }

    static <N> Value<N> numericalAbscissa(Arguments<N> a) {
        return of(a.numbers().matrices().numericalAbscissa(nonEmpty(a.square(0))));
    }

    static <N> Value<N> kreiss(Arguments<N> a) {
        return of(a.numbers().matrices().kreiss(a.square(0)));
    }

    static <N> Value<N> kreissContinuous(Arguments<N> a) {
        return of(a.numbers().matrices().kreissContinuous(a.square(0)));
    }

    static void requireFewEntries(int rows, int columns) {
        if ((long) rows * columns > Integers.MOST_ENTRIES) {
            throw new ShapeException(
                    "a " + rows + " x " + columns + " matrix", "at most " + Integers.MOST_ENTRIES + " entries");
        }
    }

    private static <N> Matrix<N> nonEmpty(Matrix<N> matrix) {
        if (matrix.rows() == 0 || matrix.columns() == 0) {
            throw new ShapeException("an empty matrix", "at least one row and one column");
        }
        return matrix;
    }

    private static <N> LinearAlgebra<N> algebra(Arguments<N> a) {
        return new LinearAlgebra<>(a.numbers());
    }

    private static <N> Value<N> of(N number) {
        return new Value.OfNumber<>(number);
    }

    private static <N> Value<N> of(Matrix<N> matrix) {
        return new Value.OfMatrix<>(matrix);
    }
}
