package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.Svd;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Vector;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * All singular values of an operator, from its dense matrix.
 *
 * <p>Accuracy: each within a small multiple of k times 1e-16 times the largest, k = min(rows, columns); {@link #checked}
 * computes how far they may be off this time. Cost: k applications and O(rows columns k) operations. An empty operator has
 * none; matrices of any rank and with entries of any size are no trouble (a value above the largest double is infinite).
 * Source: Golub and Van Loan, Matrix Computations (golubvanloan2013), section 8.6.
 *
 * @param values k values, descending, not negative
 * @param residual a bound, up to rounding, of the distance of each value from the exact one: ‖U S V' - A‖_F plus what
 *     ‖U'U - I‖_F and ‖V'V - I‖_F add to it; absent if not asked for
 */
public record SingularValues(Vector values, OptionalDouble residual) {
    /**
     * The singular values of an operator.
     *
     * @throws IllegalArgumentException if an entry of its matrix is not finite
     */
    public static SingularValues of(LinearOperator operator) {
        return of(operator, DenseBackend.fixedOrder());
    }

    /** The singular values of an operator, by these kernels. */
    public static SingularValues of(LinearOperator operator, DenseBackend backend) {
        Scaling scaling = Scaling.of(operator);
        double[] values = backend.singularValues(scaling.entries(), scaling.rows(), scaling.columns());
        return new SingularValues(unscaled(values, scaling), OptionalDouble.empty());
    }

    /** The singular values with their residual: about four times the work of {@link #of}. */
    public static SingularValues checked(LinearOperator operator, DenseBackend backend) {
        Scaling scaling = Scaling.of(operator);
        if (scaling.side() == 0) {
            return new SingularValues(Vector.of(), OptionalDouble.of(0));
        }
        Svd svd = backend.svd(scaling.entries(), scaling.rows(), scaling.columns());
        double[] values = svd.singularValues().toArray();
        double departure = departure(svd.u().toArray(), scaling.rows(), values.length, backend)
                + departure(svd.v().toArray(), scaling.columns(), values.length, backend);
        double residual = rebuildingError(scaling, svd, backend) + departure * values[0];
        return new SingularValues(unscaled(values, scaling), OptionalDouble.of(scaling.unscaled(residual)));
    }

    private static Vector unscaled(double[] values, Scaling scaling) {
        return Vector.of(Arrays.stream(values).map(scaling::unscaled).toArray());
    }

    /** ‖U S V' - A‖_F. */
    private static double rebuildingError(Scaling scaling, Svd svd, DenseBackend backend) {
        int k = svd.singularValues().size();
        double[] us = svd.u().toArray();
        for (int i = 0; i < us.length; i++) {
            us[i] *= svd.singularValues().get(i % k);
        }
        double[] vt = Lines.transpose(svd.v().toArray(), scaling.columns(), k);
        double[] rebuilt = backend.multiply(us, vt, scaling.rows(), k, scaling.columns());
        Euclidean.add(-1, scaling.entries(), rebuilt);
        return Euclidean.norm(rebuilt);
    }

    /** ‖Q'Q - I‖_F of a rows by k matrix. */
    private static double departure(double[] q, int rows, int k, DenseBackend backend) {
        double[] gram = backend.multiply(Lines.transpose(q, rows, k), q, k, rows, k);
        for (int i = 0; i < k; i++) {
            gram[i * k + i] -= 1;
        }
        return Euclidean.norm(gram);
    }

    /** The 2-norm; 0 of an empty operator. */
    public double largest() {
        return values.size() == 0 ? 0 : values.get(0);
    }

    /** The min(rows, columns)-th singular value; 0 of an empty operator. */
    public double smallest() {
        return values.size() == 0 ? 0 : values.get(values.size() - 1);
    }

    /** {@code ‖A‖_F² / ‖A‖²}, between 1 and the rank, hardly moved by small changes of A; 0 of a zero matrix. */
    public double stableRank() {
        double sum = 0;
        for (int i = values.size() - 1; i >= 0 && largest() > 0; i--) {
            double ratio = Double.isInfinite(largest()) ? 1 : values.get(i) / largest();
            sum += ratio * ratio;
        }
        return sum;
    }

    /** How many values are above {@code tolerance} times the largest; max(rows, columns) 1.1e-16 is a usual tolerance. */
    public int rank(double tolerance) {
        if (!(tolerance >= 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance must be in [0, 1), was " + tolerance);
        }
        return (int) Arrays.stream(values.toArray())
                .filter(value -> value > tolerance * largest())
                .count();
    }
}
