package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.ThinQr;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.GradedRows.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The singular values of a product of many operators as logarithms, none of them lost to overflow, underflow or a larger
 * one.
 *
 * <p>The product is carried as L S: columns of L that are bounded and well conditioned, rows of S with exponents of their own
 * (an LU staircase, after Bauer's Treppeniteration, bauer1957). Each further factor A replaces A L by its elimination with
 * complete pivoting, the pivots chosen by what they count in the product; rows of A that are 1e-30 times others keep their
 * digits, where a Householder QR would lose them. At the end L = Q R, and one-sided Jacobi makes the rows of R S orthogonal;
 * their norms are the singular values (demmelveselic1992).
 *
 * <p>Accuracy: {@code error} estimates the absolute error of each logarithm by n 1e-16 times the cancellation seen in the
 * pivots, summed over the factors, times the condition numbers of L and of the rows of S scaled to length 1 (which are
 * 1e1 to 1e3 for chains of layers); it was 100 times too large where tested. Cost: for each factor k applications and
 * O(m k² + k² n) operations, k = the smallest dimension on the way, n the length of the input.
 *
 * @param logarithms natural logarithms of the min over all dimensions of the chain of singular values that may differ from 0,
 *     descending; minus infinity for a 0
 * @param error an estimate of the absolute error of the finite ones
 * @param outcome CONVERGED, or MAX_STEPS should Jacobi not have converged
 */
public record ProductSpectrum(Vector logarithms, double error, Outcome outcome) {
    /**
     * The singular values of {@code A_k ... A_2 A_1}.
     *
     * @param chain at least one operator, the first of the list applied first
     * @throws IllegalArgumentException if shapes do not match or an operator maps a finite vector to one that is not
     */
    public static ProductSpectrum of(List<? extends LinearOperator> chain) {
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("chain must hold at least one operator, held none");
        }
        int size = chain.get(0).columns();
        List<Row> rows = identity(size);
        List<double[]> columns = new ArrayList<>();
        rows.forEach(row -> columns.add(row.entries()));
        List<double[]> lower = columns;
        int length = size;
        double cancellation = 1;
        for (int k = 0; k < chain.size(); k++) {
            LinearOperator factor = chain.get(k);
            if (factor.columns() != length) {
                throw new IllegalArgumentException(
                        "operator " + k + " of the chain must have " + length + " columns, had " + factor.columns());
            }
            length = factor.rows();
            size = Math.min(size, length);
            Staircase step = new Staircase(images(factor, lower, k), length, rows.size(), rows).run();
            cancellation += step.cancellation();
            lower = step.lower();
            rows = step.upper();
        }
        return finish(lower, rows, size, cancellation);
    }

    private static List<Row> identity(int n) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            rows.add(Row.of(unit, 0));
        }
        return rows;
    }

    /** The images of the columns, as the columns of a matrix. */
    private static double[] images(LinearOperator factor, List<double[]> columns, int k) {
        int width = columns.size();
        double[] images = new double[Math.multiplyExact(factor.rows(), width)];
        for (int j = 0; j < width; j++) {
            double[] image = factor.apply(columns.get(j));
            for (int i = 0; i < image.length; i++) {
                if (!Double.isFinite(image[i])) {
                    throw new IllegalArgumentException("operator " + k
                            + " of the chain must map finite vectors to finite ones, but entry " + i + " was "
                            + image[i]);
                }
                images[i * width + j] = image[i];
            }
        }
        return images;
    }

    private static ProductSpectrum finish(List<double[]> lower, List<Row> rows, int size, double cancellation) {
        double[] logarithms = new double[size];
        Arrays.fill(logarithms, Double.NEGATIVE_INFINITY);
        int rank = rows.size();
        if (rank == 0) {
            return new ProductSpectrum(Vector.of(logarithms), 0, Outcome.CONVERGED);
        }
        double[] l = matrix(lower);
        List<Row> combined = triangular(DenseKernels.qr(l, l.length / rank, rank), rows);
        DenseMatrix scaled = DenseMatrix.of(rank, combined.get(0).entries().length, GradedRows.normalised(combined));
        double condition = ConditionNumber.of(scaled).value()
                * ConditionNumber.of(DenseMatrix.of(l.length / rank, rank, l)).value();
        boolean converged = GradedRows.orthogonalise(combined);
        for (int i = 0; i < rank; i++) {
            logarithms[i] = combined.get(i).logNorm();
        }
        double error = 0x1p-53 * (rank + 4.0) * cancellation * condition
                + 4 * Math.ulp(Math.max(Math.abs(logarithms[0]), Math.abs(logarithms[rank - 1])));
        return new ProductSpectrum(Vector.of(logarithms), error, converged ? Outcome.CONVERGED : Outcome.MAX_STEPS);
    }

    /** The matrix with these columns. */
    private static double[] matrix(List<double[]> columns) {
        int width = columns.size();
        double[] entries = new double[columns.get(0).length * width];
        for (int k = 0; k < entries.length; k++) {
            entries[k] = columns.get(k % width)[k / width];
        }
        return entries;
    }

    /** R S for L = Q R. */
    private static List<Row> triangular(ThinQr qr, List<Row> rows) {
        int rank = rows.size();
        List<Row> combined = new ArrayList<>();
        for (int i = 0; i < rank; i++) {
            double[] factors = new double[rank];
            for (int j = i; j < rank; j++) {
                factors[j] = qr.r().get(i, j);
            }
            combined.add(GradedRows.combination(factors, rows));
        }
        return combined;
    }

    /** The natural logarithm of the norm of the product; minus infinity of an empty or zero one. */
    public double logNorm() {
        return logarithms.size() == 0 ? Double.NEGATIVE_INFINITY : logarithms.get(0);
    }
}
