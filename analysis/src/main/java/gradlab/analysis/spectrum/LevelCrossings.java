package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.backend.ThinQr;
import java.util.stream.DoubleStream;

/**
 * Where on a circle or a vertical line a singular value of {@code z I - A} equals a level, from the eigenvalues of a matrix
 * of order 2n (boyd1990 for lines, by the same derivation for circles).
 *
 * <p>With (z I - A) v = e u and (conj(z) I - A') u = e v: on Re z = x the numbers i Im z are the imaginary eigenvalues of
 * {@code [[A - x I, e I], [-e I, x I - A']]}. On |z| = r, z/r is an eigenvalue of the pencil {@code M2 - lambda M1}, M1 = [[r I,
 * 0], [e I, A']], M2 = [[A, e I], [0, r I]], and (z/r - 1)/(z/r + 1) = i tan(arg z / 2) one of (M1 + M2)^-1 (M2 - M1).
 */
final class LevelCrossings {
    /** Eigenvalues this near to the imaginary axis may be on it; a false one costs two evaluations and nothing else. */
    private static final double NEAR = 1e-4;

    private final double[] a;
    private final int n;
    private final boolean circle;

    LevelCrossings(double[] a, int n, boolean circle) {
        this.a = a;
        this.n = n;
        this.circle = circle;
    }

    /** Angles in [0, pi] or imaginary parts that are not negative, ascending; some may be false. */
    double[] of(double place, double level) {
        double[] matrix = circle ? cayley(place, level) : hamiltonian(place, level);
        Eigenvalues values = DenseBackend.fixedOrder().eigenvalues(matrix, 2 * n);
        double rounding = 1e-9 * Euclidean.norm(matrix);
        DoubleStream.Builder found = DoubleStream.builder();
        for (int i = 0; i < values.size(); i++) {
            double im = values.imaginary().get(i);
            if (im >= 0 && Math.abs(values.real().get(i)) <= NEAR * im + rounding) {
                found.add(circle ? 2 * StrictMath.atan(im) : im);
            }
        }
        return found.build().sorted().toArray();
    }

    private double[] hamiltonian(double x, double level) {
        double[] h = new double[4 * n * n];
        int side = 2 * n;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                h[i * side + j] = a[i * n + j];
                h[(n + i) * side + n + j] = -a[j * n + i];
            }
            h[i * side + i] -= x;
            h[(n + i) * side + n + i] += x;
            h[i * side + n + i] = level;
            h[(n + i) * side + i] = -level;
        }
        return h;
    }

    private double[] cayley(double r, double level) {
        int side = 2 * n;
        double[] sum = new double[4 * n * n];
        double[] difference = new double[4 * n * n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                sum[i * side + j] = a[i * n + j];
                difference[i * side + j] = a[i * n + j];
                sum[(n + i) * side + n + j] = a[j * n + i];
                difference[(n + i) * side + n + j] = -a[j * n + i];
            }
            sum[i * side + i] += r;
            sum[(n + i) * side + n + i] += r;
            difference[i * side + i] -= r;
            difference[(n + i) * side + n + i] += r;
            sum[i * side + n + i] = level;
            sum[(n + i) * side + i] = level;
            difference[i * side + n + i] = level;
            difference[(n + i) * side + i] = -level;
        }
        return solve(sum, difference, side);
    }

    /** {@code B^-1 C} by a QR decomposition; B is regular because the level is below every singular value at -r. */
    private static double[] solve(double[] b, double[] c, int side) {
        ThinQr qr = DenseBackend.fixedOrder().qr(b, side, side);
        double[] x =
                DenseBackend.fixedOrder().multiply(Lines.transpose(qr.q().toArray(), side, side), c, side, side, side);
        double[] r = qr.r().toArray();
        for (int i = side - 1; i >= 0; i--) {
            for (int k = i + 1; k < side; k++) {
                for (int j = 0; j < side; j++) {
                    x[i * side + j] -= r[i * side + k] * x[k * side + j];
                }
            }
            for (int j = 0; j < side; j++) {
                x[i * side + j] /= r[i * side + i];
            }
        }
        return x;
    }
}
