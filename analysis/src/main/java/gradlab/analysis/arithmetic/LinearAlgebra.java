package gradlab.analysis.arithmetic;

import java.util.ArrayList;
import java.util.List;

/**
 * Sums and products of vectors and matrices in any arithmetic, in a fixed order of summation.
 *
 * @param <N> the numbers
 */
public final class LinearAlgebra<N> {

    private final Arithmetic<N> numbers;

    /** Over an arithmetic. */
    public LinearAlgebra(Arithmetic<N> numbers) {
        this.numbers = numbers;
    }

    /** Sum of the entries, first to last. */
    public N sum(List<N> x) {
        N sum = numbers.zero();
        for (N entry : x) {
            sum = numbers.add(sum, entry);
        }
        return sum;
    }

    /** Inner product. */
    public N dot(List<N> x, List<N> y) {
        requireEqual(x.size(), y.size());
        N sum = numbers.zero();
        for (int i = 0; i < x.size(); i++) {
            sum = numbers.add(sum, numbers.multiply(x.get(i), y.get(i)));
        }
        return sum;
    }

    /** Sum of squares. */
    public N squaredNorm(List<N> x) {
        N sum = numbers.zero();
        for (N entry : x) {
            sum = numbers.add(sum, numbers.square(entry));
        }
        return sum;
    }

    /** Euclidean norm. */
    public N norm(List<N> x) {
        return numbers.sqrt(squaredNorm(x));
    }

    /** Arithmetic mean of at least one entry. */
    public N mean(List<N> x) {
        return numbers.divide(sum(x), numbers.of(x.size()));
    }

    /** Mean squared distance from the mean; divides by the number of entries. */
    public N variance(List<N> x) {
        N mean = mean(x);
        return numbers.divide(squaredNorm(map(x, e -> numbers.subtract(e, mean))), numbers.of(x.size()));
    }

    /** Entry by entry. */
    public List<N> map(List<N> x, java.util.function.UnaryOperator<N> function) {
        List<N> result = new ArrayList<>(x.size());
        for (N entry : x) {
            result.add(function.apply(entry));
        }
        return result;
    }

    /** Entry by entry with a vector of the same length. */
    public List<N> map(List<N> x, List<N> y, java.util.function.BinaryOperator<N> function) {
        requireEqual(x.size(), y.size());
        List<N> result = new ArrayList<>(x.size());
        for (int i = 0; i < x.size(); i++) {
            result.add(function.apply(x.get(i), y.get(i)));
        }
        return result;
    }

    /** Matrix times vector. */
    public List<N> multiply(Matrix<N> a, List<N> x) {
        if (a.columns() != x.size()) {
            throw new ShapeException(
                    "a " + a.shape() + " matrix times a vector of length " + x.size(),
                    "a vector of length " + a.columns());
        }
        List<N> result = new ArrayList<>(a.rows());
        for (int i = 0; i < a.rows(); i++) {
            result.add(dot(a.row(i), x));
        }
        return result;
    }

    /** Matrix product. */
    public Matrix<N> multiply(Matrix<N> a, Matrix<N> b) {
        if (a.columns() != b.rows()) {
            throw new ShapeException(
                    "a " + a.shape() + " matrix times a " + b.shape() + " one",
                    "as many rows on the right as columns on the left");
        }
        Matrix<N> columns = b.transpose();
        return Matrix.of(a.rows(), b.columns(), (i, j) -> dot(a.row(i), columns.row(j)));
    }

    /** A^k for k >= 0 by repeated squaring. */
    public Matrix<N> power(Matrix<N> a, int k) {
        Matrix<N> result = identity(a.rows());
        Matrix<N> square = a;
        for (int rest = k; rest > 0; rest >>= 1) {
            if ((rest & 1) == 1) {
                result = multiply(result, square);
            }
            if (rest > 1) {
                square = multiply(square, square);
            }
        }
        return result;
    }

    /** The n x n identity. */
    public Matrix<N> identity(int n) {
        N zero = numbers.zero();
        N one = numbers.one();
        return Matrix.of(n, n, (i, j) -> i == j ? one : zero);
    }

    private static void requireEqual(int left, int right) {
        if (left != right) {
            throw new ShapeException("vectors of length " + left + " and " + right, "vectors of equal length");
        }
    }
}
