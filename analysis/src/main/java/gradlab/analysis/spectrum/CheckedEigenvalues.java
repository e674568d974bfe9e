package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Vector;

/**
 * The eigenvalues of a square real matrix, each with its backward error {@code sigma_min(lambda I - A)}: the norm of the
 * smallest (complex) change of A that makes it an eigenvalue exactly. The eigenvalue itself may be off by much more: by the
 * n-th root of the backward error where n eigenvalues meet in one Jordan block; the pseudospectrum shows how far.
 *
 * <p>Cost: 10 n^3 operations for the values and about 100 n^2 for each backward error, which is an estimate from above.
 * Source: Higham, Accuracy and Stability (higham2002), chapter 7; trefethenembree2005, section 2.
 *
 * @param values by descending modulus
 * @param backwardErrors in the same order, absolute
 */
public record CheckedEigenvalues(Eigenvalues values, Vector backwardErrors) {
    /**
     * The eigenvalues of a square operator.
     *
     * @throws IllegalArgumentException if the operator is not square or an entry is not finite
     */
    public static CheckedEigenvalues of(LinearOperator operator) {
        return of(operator, DenseBackend.fixedOrder());
    }

    /** The eigenvalues of a square operator, by these kernels. */
    public static CheckedEigenvalues of(LinearOperator operator, DenseBackend backend) {
        Scaling scaling = Scaling.ofSquare(operator);
        Eigenvalues values = backend.eigenvalues(scaling.entries(), scaling.rows());
        Resolvent resolvent = Resolvent.of(DenseMatrix.of(scaling.rows(), scaling.columns(), scaling.entries()));
        double[] real = values.real().toArray();
        double[] imaginary = values.imaginary().toArray();
        double[] errors = new double[real.length];
        for (int i = 0; i < real.length; i++) {
            boolean isConjugate = i > 0
                    && real[i] == values.real().get(i - 1)
                    && imaginary[i] == -values.imaginary().get(i - 1);
            errors[i] = isConjugate
                    ? errors[i - 1]
                    : scaling.unscaled(resolvent.smallestSingularValue(real[i], imaginary[i]));
        }
        for (int i = 0; i < real.length; i++) {
            real[i] = scaling.unscaled(real[i]);
            imaginary[i] = scaling.unscaled(imaginary[i]);
        }
        return new CheckedEigenvalues(new Eigenvalues(Vector.of(real), Vector.of(imaginary)), Vector.of(errors));
    }

    /** The largest modulus; 0 of an empty matrix. */
    public double spectralRadius() {
        return values.size() == 0 ? 0 : values.modulus(0);
    }

    /** The largest real part; minus infinity of an empty matrix. */
    public double abscissa() {
        double largest = Double.NEGATIVE_INFINITY;
        for (double real : values.real().toArray()) {
            largest = Math.max(largest, real);
        }
        return largest;
    }
}
