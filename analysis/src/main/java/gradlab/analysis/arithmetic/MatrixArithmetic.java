package gradlab.analysis.arithmetic;

import java.util.List;

/**
 * What only a whole matrix has, in one kind of numbers. Every method throws {@link NoValueException}, undefined where the
 * reals have no value, undecided where this arithmetic cannot tell.
 *
 * @param <N> the numbers
 */
public interface MatrixArithmetic<N> {

    /** Largest singular value; 0 for an empty matrix. */
    N spectralNorm(Matrix<N> a);

    /** The min(rows, columns) singular values, descending. */
    List<N> singularValues(Matrix<N> a);

    /** Largest modulus of an eigenvalue of a square matrix; 0 for an empty one. */
    N spectralRadius(Matrix<N> a);

    /** Largest real part of an eigenvalue of a square matrix that is not empty. */
    N abscissa(Matrix<N> a);

    /** Largest eigenvalue of (A + A')/2 for a square matrix that is not empty. */
    N numericalAbscissa(Matrix<N> a);

    /** Number of linearly independent rows. */
    N rank(Matrix<N> a);

    /**
     * Supremum of (|z| - 1) |(z I - A)^-1| over |z| > 1 of a square matrix; undefined where it is infinite for an eigenvalue
     * outside the unit disc.
     */
    N kreiss(Matrix<N> a);

    /** Supremum of Re z |(z I - A)^-1| over Re z > 0 of a square matrix; undefined for an eigenvalue with Re z > 0. */
    N kreissContinuous(Matrix<N> a);

    /** Determinant of a square matrix; 1 for an empty one. */
    N determinant(Matrix<N> a);

    /** Inverse of a square matrix; undefined if it is singular. */
    Matrix<N> inverse(Matrix<N> a);
}
