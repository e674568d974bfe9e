package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.operator.LinearOperator;

/**
 * How far a square real matrix is from normal (unitarily diagonalisable, for which eigenvalues tell everything).
 *
 * <p>Henrici's departure {@code d = sqrt(‖A‖_F² - sum |lambda_i|²)} is the Frobenius norm of the strictly upper part of any
 * Schur form (henrici1962). With c = ‖A'A - AA'‖_F it satisfies {@code ‖A‖_F² - sqrt(‖A‖_F⁴ - c²/2) <= d²}
 * (kress1974) and {@code d² <= c sqrt((n³ - n)/12)} (henrici1962). The value from the eigenvalues, whose difference cancels
 * near normal matrices, is put between these two.
 *
 * @param commutator c; of degree two in the matrix, so infinite or 0 for entries beyond 1e154 or below 1e-162
 * @param departure d, with an absolute error of about 1e-8 ‖A‖_F, far less if A is nearly normal or far from it
 * @param relative d/‖A‖_F, between 0 and 1; 0 of a zero matrix
 */
public record NormalityDefect(double commutator, double departure, double relative) {
    /**
     * The normality defect of a square operator.
     *
     * @throws IllegalArgumentException if the operator is not square or an entry is not finite
     */
    public static NormalityDefect of(LinearOperator operator) {
        return of(operator, DenseBackend.fixedOrder());
    }

    /** The normality defect of a square operator, by these kernels. */
    public static NormalityDefect of(LinearOperator operator, DenseBackend backend) {
        Scaling scaling = Scaling.ofSquare(operator);
        int n = scaling.rows();
        double[] a = scaling.entries();
        double[] transposed = Lines.transpose(a, n, n);
        double[] difference = backend.multiply(transposed, a, n, n, n);
        Euclidean.add(-1, backend.multiply(a, transposed, n, n, n), difference);
        double c = Euclidean.norm(difference);
        double frobenius = Euclidean.norm(a);
        double square = frobenius * frobenius;
        double least = frobenius == 0 ? 0 : c * c / 2 / (square + Math.sqrt(Math.max(0, square * square - c * c / 2)));
        double most = Math.min(square, c * Math.sqrt(((double) n * n * n - n) / 12));
        double raw = square - squaredModuli(backend.eigenvalues(a, n));
        double departure = Math.sqrt(Math.max(least, Math.min(most, raw)));
        return new NormalityDefect(
                scaling.unscaled(scaling.unscaled(c)),
                scaling.unscaled(departure),
                frobenius == 0 ? 0 : Math.min(1, departure / frobenius));
    }

    private static double squaredModuli(Eigenvalues values) {
        double sum = 0;
        for (int i = 0; i < values.size(); i++) {
            sum += values.real().get(i) * values.real().get(i)
                    + values.imaginary().get(i) * values.imaginary().get(i);
        }
        return sum;
    }
}
