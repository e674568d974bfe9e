package gradlab.analysis.multiprecision;

import gradlab.analysis.arithmetic.LinearAlgebra;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.NoValueException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Enclosures of all singular values of A. {@link JacobiRotations} find a square V, nearly orthogonal, with nearly orthogonal columns
 * of W = A V; nothing else is asked of how it was found. Then, in intervals:
 *
 * <pre>
 *   δ >= ‖V'V - I‖             the eigenvalues of A'A are those of W'W divided by numbers in [1 - δ, 1 + δ]
 *   ρ >= ‖D^-1 W'W D^-1 - I‖   those of W'W are the squares of the column norms D times numbers in [1 - ρ, 1 + ρ]
 * </pre>
 *
 * (Ostrowski, for the values in descending order), so every singular value, the smallest too, is known to nearly full relative
 * accuracy (demmelveselic1992). Where a column may be 0, the part of W'W beside its diagonal bounds the error absolutely (Weyl).
 */
final class BigSingularValues {
    private final BigArithmetic numbers;
    private final LinearAlgebra<BigInterval> algebra;

    BigSingularValues(BigArithmetic numbers) {
        this.numbers = numbers;
        this.algebra = new LinearAlgebra<>(numbers);
    }

    /** Descending, of a matrix with no fewer rows than columns. */
    List<BigInterval> of(Matrix<BigInterval> a) {
        if (a.columns() == 0) {
            return List.of();
        }
        List<List<BigInterval>> v = new JacobiRotations(numbers, a).columns();
        Matrix<BigInterval> gram =
                gram(v.stream().map(x -> algebra.multiply(a, x)).toList());
        BigInterval stretch = aroundOne(departure(gram(v)));
        if (stretch.low().signum() <= 0) {
            throw NoValueException.undecided("singular values whose directions were not found");
        }
        return squares(gram).stream()
                .map(square -> numbers.divide(square, stretch).sqrt())
                .toList();
    }

    private Matrix<BigInterval> gram(List<List<BigInterval>> columns) {
        return Matrix.of(
                columns.size(),
                columns.size(),
                (i, j) -> i == j ? algebra.squaredNorm(columns.get(i)) : algebra.dot(columns.get(i), columns.get(j)));
    }

    /** The eigenvalues of W'W, descending. */
    private List<BigInterval> squares(Matrix<BigInterval> gram) {
        List<BigInterval> diagonal =
                IntStream.range(0, gram.rows()).mapToObj(i -> gram.get(i, i)).toList();
        if (diagonal.stream().allMatch(d -> d.low().signum() > 0)) {
            List<BigInterval> norms = algebra.map(diagonal, numbers::sqrt);
            BigInterval factor = aroundOne(departure(Matrix.of(
                    gram.rows(),
                    gram.rows(),
                    (i, j) -> i == j
                            ? BigInterval.ONE
                            : numbers.divide(gram.get(i, j), numbers.multiply(norms.get(i), norms.get(j))))));
            return algebra.map(descending(diagonal), d -> numbers.multiply(d, factor));
        }
        BigFloat error =
                rowSum(Matrix.of(gram.rows(), gram.rows(), (i, j) -> i == j ? BigInterval.ZERO : gram.get(i, j)));
        return algebra.map(descending(diagonal), d -> d.widened(error).max(BigInterval.ZERO));
    }

    /** The i-th largest of numbers lies between the i-th largest low end and the i-th largest high end. */
    private static List<BigInterval> descending(List<BigInterval> numbers) {
        List<BigFloat> lows = numbers.stream()
                .map(BigInterval::low)
                .sorted(Comparator.reverseOrder())
                .toList();
        List<BigFloat> highs = numbers.stream()
                .map(BigInterval::high)
                .sorted(Comparator.reverseOrder())
                .toList();
        return IntStream.range(0, numbers.size())
                .mapToObj(i -> new BigInterval(lows.get(i), highs.get(i)))
                .toList();
    }

    private BigFloat departure(Matrix<BigInterval> gram) {
        return rowSum(Matrix.of(
                gram.rows(),
                gram.rows(),
                (i, j) -> i == j ? gram.get(i, i).subtract(BigInterval.ONE) : gram.get(i, j)));
    }

    /** The largest absolute row sum, which bounds the norm of a symmetric matrix. */
    private static BigFloat rowSum(Matrix<BigInterval> symmetric) {
        BigFloat largest = BigFloat.ZERO;
        for (int i = 0; i < symmetric.rows(); i++) {
            BigFloat sum = BigFloat.ZERO;
            for (BigInterval entry : symmetric.row(i)) {
                sum = sum.add(entry.magnitude(), true);
            }
            largest = BigFloat.max(largest, sum);
        }
        return largest;
    }

    /** [1 - error, 1 + error], from 0 on. */
    private static BigInterval aroundOne(BigFloat error) {
        return BigInterval.ONE.widened(error).max(BigInterval.ZERO);
    }
}
