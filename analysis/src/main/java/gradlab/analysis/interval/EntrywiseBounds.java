package gradlab.analysis.interval;

import static gradlab.analysis.interval.Rounding.addDown;
import static gradlab.analysis.interval.Rounding.addUp;
import static gradlab.analysis.interval.Rounding.multiplyDown;
import static gradlab.analysis.interval.Rounding.multiplyUp;

/**
 * Bounds of the spectral norm from the magnitudes of the entries alone (golubvanloan2013, section 2.3): from above
 * the Frobenius norm and sqrt(‖A‖₁ ‖A‖_inf), from below the 2-norm of any row or column.
 */
final class EntrywiseBounds {
    private EntrywiseBounds() {}

    /** An upper bound of ‖A‖ for every A in the matrix, +infinity if it is unbounded. */
    static double upper(IntervalMatrix matrix) {
        double[] magnitudes = new double[matrix.rows() * matrix.columns()];
        for (int k = 0; k < magnitudes.length; k++) {
            magnitudes[k] =
                    matrix.get(k / matrix.columns(), k % matrix.columns()).magnitude();
        }
        return upper(magnitudes, matrix.rows(), matrix.columns());
    }

    /** An upper bound of ‖A‖ for every A with |A| at most the given matrix of numbers that are not negative. */
    static double upper(double[] magnitudes, int rows, int columns) {
        double[] columnSums = new double[columns];
        double largestRow = 0;
        double squares = 0;
        for (int i = 0; i < rows; i++) {
            double rowSum = 0;
            for (int j = 0; j < columns; j++) {
                double magnitude = magnitudes[i * columns + j];
                rowSum = addUp(rowSum, magnitude);
                columnSums[j] = addUp(columnSums[j], magnitude);
                squares = addUp(squares, multiplyUp(magnitude, magnitude));
            }
            largestRow = Math.max(largestRow, rowSum);
        }
        double largestColumn = 0;
        for (double sum : columnSums) {
            largestColumn = Math.max(largestColumn, sum);
        }
        return Rounding.sqrtUp(Math.min(squares, multiplyUp(largestRow, largestColumn)));
    }

    /** A lower bound of ‖A‖ for every A in the matrix: the longest row or column of the smallest magnitudes. */
    static double lower(IntervalMatrix matrix) {
        double[] columnSquares = new double[matrix.columns()];
        double largest = 0;
        for (int i = 0; i < matrix.rows(); i++) {
            double rowSquares = 0;
            for (int j = 0; j < matrix.columns(); j++) {
                double mignitude = matrix.get(i, j).mignitude();
                double square = multiplyDown(mignitude, mignitude);
                rowSquares = addDown(rowSquares, square);
                columnSquares[j] = addDown(columnSquares[j], square);
            }
            largest = Math.max(largest, rowSquares);
        }
        for (double squares : columnSquares) {
            largest = Math.max(largest, squares);
        }
        return Rounding.sqrtDown(largest);
    }

    /** An upper bound of the largest row sum of a matrix of numbers that are not negative. */
    static double largestRowSum(double[] magnitudes, int rows, int columns) {
        double largest = 0;
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                sum = addUp(sum, magnitudes[i * columns + j]);
            }
            largest = Math.max(largest, sum);
        }
        return largest;
    }
}
