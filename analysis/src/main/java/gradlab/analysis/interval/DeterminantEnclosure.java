package gradlab.analysis.interval;

/**
 * Rigorous bounds of the determinant, valid for every real matrix inside an interval matrix.
 *
 * <p>Triangular matrices by their diagonal, 2 x 2 and 3 x 3 by expansion (exact for small integers). Otherwise with an
 * approximate decomposition P A = L U and triangular X ~ L^-1 (of unit diagonal), Z ~ U^-1: det A = det P det(X P A Z) /
 * det Z. If the absolute row sums of X P A Z - I are at most r < 1, all eigenvalues of X P A Z are within r of 1, so its
 * determinant, which is positive as that of every matrix on the way from I, is in [(1 - r)^n, (1 + r)^n] (rump2010,
 * section 10). Where that fails, Hadamard's bound: ± the product of the 2-norms of the rows.
 *
 * <p>Accuracy: relative width about n² 1e-16 times the condition number; wide near singularity, never wrong.
 */
public final class DeterminantEnclosure {
    private DeterminantEnclosure() {}

    /**
     * Bounds of the determinant; 1 for the matrix without rows.
     *
     * @throws IllegalArgumentException if the matrix is not square
     */
    public static Interval of(IntervalMatrix matrix) {
        InverseEnclosure.requireSquare(matrix);
        int n = matrix.rows();
        if (Pattern.isTriangular(matrix)) {
            ScaledProduct product = new ScaledProduct();
            for (int i = 0; i < n; i++) {
                product.times(matrix.get(i, i));
            }
            return product.value();
        }
        if (n <= 3) {
            return expanded(matrix);
        }
        return matrix.isFinite() ? ofFinite(matrix).intersect(hadamard(matrix)) : hadamard(matrix);
    }

    private static Interval expanded(IntervalMatrix a) {
        if (a.rows() == 2) {
            return minor(a, 0, 1, 0, 1);
        }
        return a.get(0, 0)
                .multiply(minor(a, 1, 2, 1, 2))
                .subtract(a.get(0, 1).multiply(minor(a, 1, 2, 0, 2)))
                .add(a.get(0, 2).multiply(minor(a, 1, 2, 0, 1)));
    }

    private static Interval minor(IntervalMatrix a, int row, int nextRow, int column, int nextColumn) {
        return a.get(row, column)
                .multiply(a.get(nextRow, nextColumn))
                .subtract(a.get(row, nextColumn).multiply(a.get(nextRow, column)));
    }

    private static Interval ofFinite(IntervalMatrix matrix) {
        int n = matrix.rows();
        int power = PowerOfTwo.of(matrix);
        IntervalMatrix moderate = PowerOfTwo.scale(matrix, -power);
        ApproximateLu lu = ApproximateLu.of(moderate.midpoints(), n);
        double[] x = lu.regular() ? lu.lowerInverse() : new double[0];
        double[] z = lu.regular() ? lu.upperInverse() : new double[0];
        if (!lu.regular() || !ApproximateLu.isFinite(x) || !ApproximateLu.isFinite(z)) {
            return Interval.ENTIRE;
        }
        IntervalMatrix permuted = IntervalMatrix.of(n, n, (i, j) -> moderate.get(lu.order()[i], j));
        IntervalMatrix near = IntervalMatrix.of(n, n, x).multiply(permuted).multiply(IntervalMatrix.of(n, n, z));
        double r = InverseEnclosure.largestRowSum(near.subtract(InverseEnclosure.identity(n)));
        if (!(r < 1)) {
            return Interval.ENTIRE;
        }
        ScaledProduct product = new ScaledProduct();
        Interval factor = Interval.ONE.add(Interval.of(-r, r));
        for (int i = 0; i < n; i++) {
            product.times(factor);
            product.times(Interval.of(z[i * n + i]).reciprocal());
            product.timesPowerOfTwo(power);
        }
        return lu.even() ? product.value() : product.value().negate();
    }

    private static Interval hadamard(IntervalMatrix matrix) {
        ScaledProduct product = new ScaledProduct();
        for (int i = 0; i < matrix.rows(); i++) {
            Interval squares = Interval.ZERO;
            for (int j = 0; j < matrix.columns(); j++) {
                squares = squares.add(matrix.get(i, j).square());
            }
            product.times(squares.sqrt());
        }
        double bound = product.value().upper();
        return new Interval(-bound, bound);
    }
}
