package gradlab.analysis.interval;

/**
 * Rigorous bounds of the two abscissas of a square matrix, valid for every real matrix inside an interval matrix: the
 * largest real part of an eigenvalue, and the largest eigenvalue of (A + A')/2 (the numerical abscissa), which is never
 * smaller.
 *
 * <p>The spectral one is that of the irreducible blocks ({@link Pattern}): entries, for 2 x 2 blocks the mean of the
 * diagonal plus the root of the discriminant where that is positive, otherwise {@link EigenvalueDiscs}, within the
 * numerical one from above and trace/n from below, and what their structure says ({@link StructuredBounds}). The largest eigenvalue of a symmetric S is ‖S + t I‖ - t for a t that
 * leaves no eigenvalue below 0; absolute width about 1e-14 ‖S‖ for a point matrix.
 */
public final class AbscissaEnclosure {
    private AbscissaEnclosure() {}

    /**
     * Bounds of the largest real part of an eigenvalue.
     *
     * @throws IllegalArgumentException if the matrix is not square or empty
     */
    public static Interval spectral(IntervalMatrix matrix) {
        requireRows(matrix);
        Interval abscissa = new Interval(Double.NEGATIVE_INFINITY, -Double.MAX_VALUE);
        for (int[] block : Pattern.irreducibleBlocks(matrix)) {
            int n = block.length;
            abscissa = abscissa.max(ofBlock(IntervalMatrix.of(n, n, (i, j) -> matrix.get(block[i], block[j]))));
        }
        return abscissa;
    }

    /**
     * Bounds of the largest eigenvalue of (A + A')/2.
     *
     * @throws IllegalArgumentException if the matrix is not square or empty
     */
    public static Interval numerical(IntervalMatrix matrix) {
        requireRows(matrix);
        Interval half = Interval.of(0.5);
        return largestEigenvalue(IntervalMatrix.of(
                matrix.rows(),
                matrix.rows(),
                (i, j) -> i == j
                        ? matrix.get(i, i)
                        : matrix.get(i, j).add(matrix.get(j, i)).multiply(half)));
    }

    private static void requireRows(IntervalMatrix matrix) {
        InverseEnclosure.requireSquare(matrix);
        if (matrix.rows() == 0) {
            throw new IllegalArgumentException("matrix: must have at least one row, had none");
        }
    }

    private static Interval largestEigenvalue(IntervalMatrix symmetric) {
        if (!symmetric.isFinite()) {
            return Interval.ENTIRE;
        }
        int n = symmetric.rows();
        double[] magnitudes = new double[n * n];
        for (int k = 0; k < magnitudes.length; k++) {
            magnitudes[k] = symmetric.get(k / n, k % n).magnitude();
        }
        Interval shift = Interval.of(Math.min(EntrywiseBounds.largestRowSum(magnitudes, n, n), Double.MAX_VALUE));
        IntervalMatrix shifted =
                IntervalMatrix.of(n, n, (i, j) -> i == j ? symmetric.get(i, i).add(shift) : symmetric.get(i, j));
        return SpectralNormEnclosure.of(shifted).subtract(shift);
    }

    private static Interval ofBlock(IntervalMatrix block) {
        int n = block.rows();
        if (n == 1) {
            return block.get(0, 0);
        }
        if (!block.isFinite()) {
            return Interval.ENTIRE;
        }
        return StructuredBounds.abscissa(block).intersect(n == 2 ? ofPair(block) : ofSeveral(block));
    }

    private static Interval ofSeveral(IntervalMatrix block) {
        int n = block.rows();
        Interval trace = Interval.ZERO;
        boolean symmetric = block.isPoint();
        for (int i = 0; i < n; i++) {
            trace = trace.add(block.get(i, i));
            for (int j = 0; j < i; j++) {
                symmetric &= block.get(i, j).equals(block.get(j, i));
            }
        }
        Interval numerical = numerical(block);
        if (symmetric) {
            return numerical;
        }
        double mean = trace.divide(Interval.of(n)).lower();
        Interval known = Interval.of(Math.min(mean, numerical.upper()), numerical.upper());
        int power = PowerOfTwo.of(block);
        return known.intersect(PowerOfTwo.scale(EigenvalueDiscs.abscissa(PowerOfTwo.scale(block, -power)), power));
    }

    private static Interval ofPair(IntervalMatrix block) {
        Interval half = Interval.of(0.5);
        Interval mean = block.get(0, 0).add(block.get(1, 1)).multiply(half);
        Interval discriminant = block.get(0, 0)
                .subtract(block.get(1, 1))
                .multiply(half)
                .square()
                .add(block.get(0, 1).multiply(block.get(1, 0)));
        return mean.add(discriminant.max(Interval.ZERO).sqrt());
    }
}
