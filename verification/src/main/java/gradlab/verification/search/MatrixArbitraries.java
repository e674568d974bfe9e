package gradlab.verification.search;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.verification.domain.Bounds;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.hipparchus.fraction.BigFraction;

/**
 * Matrices: dense of one scale or of mixed scales, diagonal, sparse, of rank one, nilpotent, defective, multiples of
 * orthogonal ones; symmetric, orthogonal and permutation matrices exactly.
 */
final class MatrixArbitraries {

    private static final int MOST_REFLECTIONS = 3;

    private MatrixArbitraries() {}

    /** Matrices whose entries lie within bounds, or any. */
    static Arbitrary<Matrix<BigFraction>> within(int rows, int columns, Optional<Bounds> bounds) {
        if (bounds.isEmpty()) {
            return any(rows, columns);
        }
        Arbitrary<Matrix<BigFraction>> dense =
                VectorArbitraries.within(rows * columns, bounds).map(x -> new Matrix<>(rows, columns, x));
        return Arbitraries.frequencyOf(
                Tuple.of(3, dense), Tuple.of(2, any(rows, columns).map(a -> a.map(bounds.get()::clamp))));
    }

    /** Any matrices. */
    static Arbitrary<Matrix<BigFraction>> any(int rows, int columns) {
        Arbitrary<Matrix<BigFraction>> dense =
                VectorArbitraries.any(rows * columns).map(x -> new Matrix<>(rows, columns, x));
        Arbitrary<Matrix<BigFraction>> diagonal = VectorArbitraries.any(Math.min(rows, columns))
                .map(d -> Matrix.of(rows, columns, (i, j) -> i == j ? d.get(i) : BigFraction.ZERO));
        Arbitrary<Matrix<BigFraction>> rankOne = Combinators.combine(
                        integerVector(rows), integerVector(columns), NumberArbitraries.scales())
                .as((u, v, s) -> Matrix.of(
                        rows, columns, (i, j) -> u.get(i).multiply(v.get(j)).multiply(s)));
        if (rows != columns || rows == 0) {
            return Arbitraries.frequencyOf(Tuple.of(6, dense), Tuple.of(1, diagonal), Tuple.of(1, rankOne));
        }
        Arbitrary<Matrix<BigFraction>> isometry = Combinators.combine(orthogonal(rows), NumberArbitraries.scales())
                .as((q, s) -> q.map(e -> e.multiply(s)));
        return Arbitraries.frequencyOf(
                Tuple.of(6, dense),
                Tuple.of(2, diagonal),
                Tuple.of(1, rankOne),
                Tuple.of(1, triangular(rows)),
                Tuple.of(1, isometry));
    }

    /** Upper triangular with whole numbers above the diagonal: nilpotent, defective, or with eigenvalues below 1 in modulus. */
    private static Arbitrary<Matrix<BigFraction>> triangular(int n) {
        Arbitrary<List<BigFraction>> diagonal = Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.just(Collections.nCopies(n, BigFraction.ZERO))),
                Tuple.of(1, NumberArbitraries.fractions().map(x -> Collections.nCopies(n, x))),
                Tuple.of(1, NumberArbitraries.fractions().list().ofSize(n)));
        return Combinators.combine(integerVector(n * n), diagonal)
                .as((x, d) ->
                        Matrix.of(n, n, (i, j) -> i == j ? d.get(i) : i < j ? x.get(i * n + j) : BigFraction.ZERO));
    }

    private static Arbitrary<List<BigFraction>> integerVector(int n) {
        return NumberArbitraries.smallIntegers().list().ofSize(n);
    }

    /** Symmetric matrices. */
    static Arbitrary<Matrix<BigFraction>> symmetric(int n) {
        return any(n, n).map(a -> Matrix.of(n, n, (i, j) -> i <= j ? a.get(i, j) : a.get(j, i)));
    }

    /** Orthogonal matrices with rational entries: a permutation with signs after reflections at integer vectors. */
    static Arbitrary<Matrix<BigFraction>> orthogonal(int n) {
        Arbitrary<List<Integer>> signs = Arbitraries.of(1, -1).list().ofSize(n);
        return Combinators.combine(
                        permutation(n), signs, integerVector(n).list().ofMaxSize(MOST_REFLECTIONS))
                .as((p, s, vectors) -> {
                    Matrix<BigFraction> q =
                            Matrix.of(n, n, (i, j) -> p.get(i, j).multiply(s.get(i)));
                    for (List<BigFraction> v : vectors) {
                        q = reflected(q, v);
                    }
                    return q;
                });
    }

    /** (I - 2 v v'/v'v) Q, or Q for v = 0. */
    private static Matrix<BigFraction> reflected(Matrix<BigFraction> q, List<BigFraction> v) {
        BigFraction square = v.stream().map(e -> e.multiply(e)).reduce(BigFraction.ZERO, BigFraction::add);
        if (square.signum() == 0) {
            return q;
        }
        List<BigFraction> shares = IntStream.range(0, q.columns())
                .mapToObj(j -> IntStream.range(0, q.rows())
                        .mapToObj(i -> v.get(i).multiply(q.get(i, j)))
                        .reduce(BigFraction.ZERO, BigFraction::add)
                        .multiply(2)
                        .divide(square))
                .toList();
        return Matrix.of(
                q.rows(), q.columns(), (i, j) -> q.get(i, j).subtract(v.get(i).multiply(shares.get(j))));
    }

    /** Permutation matrices. */
    static Arbitrary<Matrix<BigFraction>> permutation(int n) {
        List<Integer> identity = IntStream.range(0, n).boxed().toList();
        return Arbitraries.shuffle(identity)
                .map(order -> Matrix.of(n, n, (i, j) -> order.get(i) == j ? BigFraction.ONE : BigFraction.ZERO));
    }
}
