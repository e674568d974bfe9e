package gradlab.analysis.interval;

/**
 * Bounds that the structure of a square matrix gives, exact where sums and products of its entries are: rounding then hides
 * nothing of an orthogonal or a stochastic matrix.
 *
 * <p>If W'W = c^2 I, every eigenvalue has modulus c. If no entry is negative, the spectral radius lies between the least and
 * the largest row sum; so does the largest real part of an eigenvalue if no entry off the diagonal is (hornjohnson2013,
 * section 8.1). The same of columns.
 */
final class StructuredBounds {
    private static final Interval NOT_NEGATIVE = new Interval(0, Double.POSITIVE_INFINITY);

    private StructuredBounds() {}

    /** Bounds of the spectral radius; [0, infinity] where the structure says nothing. */
    static Interval radius(IntervalMatrix matrix) {
        if (!isPositive(matrix, true)) {
            return scaledIsometry(matrix);
        }
        return sums(matrix).intersect(sums(matrix.transpose())).intersect(scaledIsometry(matrix));
    }

    /** Bounds of the largest real part of an eigenvalue; the whole line where the structure says nothing. */
    static Interval abscissa(IntervalMatrix matrix) {
        return isPositive(matrix, false) ? sums(matrix).intersect(sums(matrix.transpose())) : Interval.ENTIRE;
    }

    private static boolean isPositive(IntervalMatrix matrix, boolean withDiagonal) {
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.rows(); j++) {
                if ((i != j || withDiagonal) && matrix.get(i, j).lower() < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Interval sums(IntervalMatrix matrix) {
        double least = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < matrix.rows(); i++) {
            Interval sum = Interval.ZERO;
            for (int j = 0; j < matrix.rows(); j++) {
                sum = sum.add(matrix.get(i, j));
            }
            least = Math.min(least, sum.lower());
            largest = Math.max(largest, sum.upper());
        }
        return new Interval(least, largest);
    }

    /** The root of c^2 where columns are exactly orthogonal and of one length; stops at the first that is not. */
    private static Interval scaledIsometry(IntervalMatrix matrix) {
        Interval square = dot(matrix, 0, 0);
        boolean isIsometry = matrix.isPoint() && isPoint(square);
        for (int j = 0; j < matrix.rows() && isIsometry; j++) {
            for (int k = 0; k <= j && isIsometry; k++) {
                isIsometry = dot(matrix, j, k).equals(k == j ? square : Interval.ZERO);
            }
        }
        return isIsometry ? square.sqrt() : NOT_NEGATIVE;
    }

    private static Interval dot(IntervalMatrix matrix, int j, int k) {
        Interval sum = Interval.ZERO;
        for (int i = 0; i < matrix.rows(); i++) {
            sum = sum.add(matrix.get(i, j).multiply(matrix.get(i, k)));
        }
        return sum;
    }

    private static boolean isPoint(Interval interval) {
        return interval.lower() == interval.upper();
    }
}
