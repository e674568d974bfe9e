package gradlab.analysis.expression;

import gradlab.analysis.arithmetic.LinearAlgebra;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.ShapeException;
import java.util.Collections;
import java.util.List;

/** Built-in functions of vectors, and norms of both vectors and matrices. */
final class VectorFunctions {

    private VectorFunctions() {}

    static <N> Value<N> norm(Arguments<N> a) {
        return of(
                a.isVector(0)
                        ? algebra(a).norm(a.vector(0))
                        : a.numbers().matrices().spectralNorm(a.matrix(0)));
    }

    static <N> Value<N> norm1(Arguments<N> a) {
        return of(
                a.isVector(0)
                        ? absoluteSum(a, a.vector(0))
                        : largestRowSum(a, a.matrix(0).transpose()));
    }

    static <N> Value<N> norminf(Arguments<N> a) {
        return of(a.isVector(0) ? largestRowSum(a, Matrix.column(a.vector(0))) : largestRowSum(a, a.matrix(0)));
    }

    static <N> Value<N> frobenius(Arguments<N> a) {
        return of(algebra(a).norm(a.matrix(0).entries()));
    }

    static <N> Value<N> dot(Arguments<N> a) {
        return of(algebra(a).dot(a.vector(0), a.vector(1)));
    }

    static <N> Value<N> sum(Arguments<N> a) {
        return of(algebra(a).sum(a.vector(0)));
    }

    static <N> Value<N> mean(Arguments<N> a) {
        return of(algebra(a).mean(nonEmpty(a.vector(0))));
    }

    static <N> Value<N> variance(Arguments<N> a) {
        return of(algebra(a).variance(nonEmpty(a.vector(0))));
    }

    static <N> Value<N> zeros(Arguments<N> a) {
        return filled(a, a.numbers().zero());
    }

    static <N> Value<N> ones(Arguments<N> a) {
        return filled(a, a.numbers().one());
    }

    private static <N> Value<N> filled(Arguments<N> a, N entry) {
        int rows = a.integer(0, 0, Integers.LONGEST);
        if (a.count() == 1) {
            return new Value.OfVector<>(Collections.nCopies(rows, entry));
        }
        int columns = a.integer(1, 0, Integers.LONGEST);
        MatrixFunctions.requireFewEntries(rows, columns);
        return new Value.OfMatrix<>(Matrix.of(rows, columns, (i, j) -> entry));
    }

    private static <N> N absoluteSum(Arguments<N> a, List<N> x) {
        return algebra(a).sum(algebra(a).map(x, a.numbers()::abs));
    }

    private static <N> N largestRowSum(Arguments<N> a, Matrix<N> matrix) {
        N largest = a.numbers().zero();
        for (int i = 0; i < matrix.rows(); i++) {
            largest = a.numbers().max(largest, absoluteSum(a, matrix.row(i)));
        }
        return largest;
    }

    private static <N> List<N> nonEmpty(List<N> x) {
        if (x.isEmpty()) {
            throw new ShapeException("an empty vector", "at least one entry");
        }
        return x;
    }

    private static <N> LinearAlgebra<N> algebra(Arguments<N> a) {
        return new LinearAlgebra<>(a.numbers());
    }

    private static <N> Value<N> of(N number) {
        return new Value.OfNumber<>(number);
    }
}
