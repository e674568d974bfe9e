package gradlab.analysis.interval;

import static gradlab.analysis.interval.Rounding.addUp;
import static gradlab.analysis.interval.Rounding.multiplyUp;

import gradlab.analysis.backend.DecompositionException;
import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.Eigenvectors;
import java.util.Optional;

/**
 * Gershgorin discs of a matrix after an approximate change to its eigenvectors.
 *
 * <p>Let the columns of the real X be approximate eigenvectors, real and imaginary parts for complex pairs a ± ib, and D
 * the block diagonal matrix of a's and blocks [[a, b], [-b, a]]. With Y ~ X^-1, ‖I - YX‖_inf <= alpha < 1 and T >= |Y| |AX -
 * XD|, the matrix X^-1 A X differs from D entry by entry by at most N_ij = T_ij + alpha/(1 - alpha) max_k T_kj, since X^-1 =
 * (YX)^-1 Y. Unitary changes within the pairs make D diagonal; they change absolute row sums of the difference by a factor
 * of at most sqrt 2 in real rows, and in the rows of a pair to at most the sum of the pair's two. So the eigenvalues lie in
 * discs around the diagonal of D with these radii, k of them in each connected component of k discs (golubvanloan2013,
 * theorem 7.2.1 with the usual continuity argument).
 */
final class EigenvalueDiscs {
    private static final Interval NOT_NEGATIVE = new Interval(0, Double.POSITIVE_INFINITY);
    private static final double ROOT_TWO = Rounding.sqrtUp(2);

    private EigenvalueDiscs() {}

    /** Discs of a finite matrix of moderate size, or empty if they are of no use. */
    private static Optional<DiscComponents> of(IntervalMatrix matrix) {
        try {
            Eigenvectors eigen = DenseKernels.eigenvectors(matrix.midpoints(), matrix.rows());
            EigenvectorBasis basis = EigenvectorBasis.of(eigen);
            double[] radii = radii(matrix, basis);
            return radii.length == 0
                    ? Optional.empty()
                    : Optional.of(new DiscComponents(basis.real(), basis.imaginary(), radii));
        } catch (DecompositionException e) {
            return Optional.empty();
        }
    }

    /** Bounds of the spectral radius of a finite matrix of moderate size, [0, +infinity] if the discs are of no use. */
    static Interval radius(IntervalMatrix matrix) {
        return of(matrix).map(DiscComponents::spectralRadius).orElse(NOT_NEGATIVE);
    }

    /** Bounds of the largest real part of an eigenvalue, all numbers if the discs are of no use. */
    static Interval abscissa(IntervalMatrix matrix) {
        return of(matrix).map(DiscComponents::abscissa).orElse(Interval.ENTIRE);
    }

    private static double[] radii(IntervalMatrix matrix, EigenvectorBasis basis) {
        int n = matrix.rows();
        double[] x = basis.columns();
        ApproximateLu lu = ApproximateLu.of(x, n);
        double[] y = lu.regular() ? lu.inverse() : new double[0];
        if (!lu.regular() || !ApproximateLu.isFinite(y)) {
            return new double[0];
        }
        double alpha = departure(y, x, n);
        if (!(alpha < 1)) {
            return new double[0];
        }
        double[] t = absoluteProduct(y, basis.residuals(matrix), n);
        double factor = Rounding.divideUp(alpha, Rounding.addDown(1, -alpha));
        double[] sums = new double[n];
        for (int j = 0; j < n; j++) {
            double largest = 0;
            for (int i = 0; i < n; i++) {
                largest = Math.max(largest, t[i * n + j]);
            }
            for (int i = 0; i < n; i++) {
                sums[i] = addUp(sums[i], addUp(t[i * n + j], multiplyUp(factor, largest)));
            }
        }
        return withPairs(sums, basis);
    }

    private static double[] withPairs(double[] sums, EigenvectorBasis basis) {
        double[] radii = new double[sums.length];
        for (int i = 0; i < sums.length; i++) {
            int partner = basis.partner()[i];
            radii[i] = partner == i ? multiplyUp(ROOT_TWO, sums[i]) : addUp(sums[i], sums[partner]);
        }
        return radii;
    }

    /** An upper bound of ‖I - Y X‖_inf. */
    private static double departure(double[] y, double[] x, int n) {
        double[][] rows = Lines.rows(y, n, n, 0);
        double[][] columns = Lines.columns(x, n, n, 0);
        double[] magnitudes = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Interval product = AccurateDot.enclose(rows[i], columns[j], n);
                magnitudes[i * n + j] = (i == j ? product.subtract(Interval.ONE) : product).magnitude();
            }
        }
        return EntrywiseBounds.largestRowSum(magnitudes, n, n);
    }

    /** Upper bounds of the entries of |Y| B for a B of numbers that are not negative. */
    private static double[] absoluteProduct(double[] y, double[] b, int n) {
        double[] product = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double factor = Math.abs(y[i * n + k]);
                for (int j = 0; j < n; j++) {
                    product[i * n + j] = addUp(product[i * n + j], multiplyUp(factor, b[k * n + j]));
                }
            }
        }
        return product;
    }
}
