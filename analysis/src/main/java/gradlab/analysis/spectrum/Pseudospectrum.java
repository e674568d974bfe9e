package gradlab.analysis.spectrum;

import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Vector;
import java.util.stream.IntStream;

/**
 * {@code sigma_min(z I - A)} on a grid in the complex plane, the reciprocal of the norm of the resolvent: the contour at
 * epsilon encloses every eigenvalue of every A + E with ‖E‖ <= epsilon (trefethenembree2005, chapter 2).
 *
 * <p>Cost: {@link Resolvent} once, then about 100 n^2 operations a point; points are computed in parallel, with the same
 * bits for any number of threads.
 *
 * @param real the real parts of the grid's columns, ascending
 * @param imaginary the imaginary parts of its rows, ascending
 * @param smallest entry (i, j): sigma_min at {@code real[j] + i imaginary[i]}
 * @param eigenvalues the eigenvalues, to draw among the contours
 */
public record Pseudospectrum(Vector real, Vector imaginary, DenseMatrix smallest, Eigenvalues eigenvalues) {
    private static final int MOST_POINTS = 1_000_000;

    /** A rectangle of points {@code [left, right] x [bottom, top]}, ends included. */
    public record Grid(double left, double right, int columns, double bottom, double top, int rows) {
        /** Checks the ends. */
        public Grid {
            if (!(left < right && bottom < top) || !Double.isFinite(right - left) || !Double.isFinite(top - bottom)) {
                throw new IllegalArgumentException("grid must have left < right and bottom < top, all finite, was ["
                        + left + ", " + right + "] x [" + bottom + ", " + top + "]");
            }
            if (columns < 2 || rows < 2 || (long) columns * rows > MOST_POINTS) {
                throw new IllegalArgumentException("grid must have 2 or more points a side and at most " + MOST_POINTS
                        + " in all, was " + columns + " x " + rows);
            }
        }

        /** A square grid around the numerical range of a matrix, a tenth larger on each side. */
        public static Grid around(NumericalRange range, int points) {
            double radius = range.radiusUpper() == 0 ? 1 : 1.1 * range.radiusUpper();
            if (range.real().size() == 0) {
                return new Grid(-1, 1, points, -1, 1, points);
            }
            double left = -range.supports().get(range.supports().size() - 1);
            double margin = Math.max(0.1 * (range.abscissa() - left), 0.05 * radius);
            double height = 0;
            for (double y : range.imaginary().toArray()) {
                height = Math.max(height, y);
            }
            double top = height + Math.max(0.1 * height, margin);
            return new Grid(left - margin, range.abscissa() + margin, points, -top, top, points);
        }
    }

    /**
     * The pseudospectrum of a square operator on a grid.
     *
     * @throws IllegalArgumentException if the operator is not square or an entry is not finite
     */
    public static Pseudospectrum of(LinearOperator operator, Grid grid) {
        Resolvent resolvent = Resolvent.of(operator);
        double[] real = spaced(grid.left(), grid.right(), grid.columns());
        double[] imaginary = spaced(grid.bottom(), grid.top(), grid.rows());
        double[] values = IntStream.range(0, grid.rows() * grid.columns())
                .parallel()
                .mapToDouble(
                        k -> resolvent.smallestSingularValue(real[k % grid.columns()], imaginary[k / grid.columns()]))
                .toArray();
        return new Pseudospectrum(
                Vector.of(real),
                Vector.of(imaginary),
                DenseMatrix.of(grid.rows(), grid.columns(), values),
                CheckedEigenvalues.of(operator).values());
    }

    private static double[] spaced(double from, double to, int count) {
        double[] points = new double[count];
        for (int i = 0; i < count; i++) {
            double t = i / (count - 1.0);
            points[i] = i == count - 1 ? to : from + t * (to - from);
        }
        return points;
    }
}
