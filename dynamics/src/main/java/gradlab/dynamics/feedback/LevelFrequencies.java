package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DecompositionException;
import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.spectrum.Euclidean;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The frequencies at which a singular value of G equals a level g, from the eigenvalues of a matrix of order 2n (boyd1990,
 * bruinsmasteinbuch1990).
 *
 * <p>With G v = g u, G* u = g v, x = (z I - A)^-1 B v and w = (conj(z) I - A')^-1 C' u: at z = i w the number z is an eigenvalue
 * of the Hamiltonian {@code [[A, P], [-Q, -A']]}, P = B B'/g and Q = C'C/g. At |z| = 1 it is one of the symplectic pencil
 * {@code M2 - z M1}, M1 = [[I, 0], [Q, A']], M2 = [[A, P], [0, I]], and (z - 1)/(z + 1) = i tan(arg z / 2) one of
 * (M1 + M2)^-1 (M2 - M1). That map sends z = -1 to infinity, so -A and pi - w stand for A and w where the gain at -1 is the
 * larger one.
 */
final class LevelFrequencies {
    /** Eigenvalues this near to the imaginary axis may be on it; a false one costs two evaluations and nothing else. */
    private static final double NEAR = 1e-4;

    private final DenseBackend backend;
    private final double[] a;
    private final double[] p;
    private final double[] q;
    private final int n;
    private final boolean inSteps;
    private final boolean turned;

    LevelFrequencies(LinearLoop loop, boolean turned, DenseBackend backend) {
        this.backend = backend;
        this.n = loop.order();
        this.inSteps = loop.isInSteps();
        this.turned = turned;
        this.a = loop.state().toArray();
        for (int i = 0; turned && i < a.length; i++) {
            a[i] = -a[i];
        }
        double[] b = loop.input().toArray();
        double[] c = loop.output().toArray();
        int inputs = loop.input().columns();
        int outputs = loop.output().rows();
        this.p = backend.multiply(b, DenseKernels.transpose(b, n, inputs), n, inputs, n);
        this.q = backend.multiply(DenseKernels.transpose(c, outputs, n), c, n, outputs, n);
        balance();
    }

    /** A diagonal similarity that gives P and Q the same size. */
    private void balance() {
        double sizeP = Euclidean.norm(p);
        double sizeQ = Euclidean.norm(q);
        double ratio = sizeP > 0 && sizeQ > 0 ? Math.sqrt(sizeQ) / Math.sqrt(sizeP) : 1;
        for (int i = 0; i < p.length; i++) {
            p[i] *= ratio;
            q[i] /= ratio;
        }
    }

    /** Frequencies that are not negative, ascending; some may be false. Empty if the eigenvalues do not come out. */
    Optional<double[]> at(double level) {
        try {
            double[] matrix = inSteps ? cayley(level) : filled(level, 0, -1, -1);
            Eigenvalues values = backend.eigenvalues(matrix, 2 * n);
            return Optional.of(near(values, 1e-9 * Euclidean.norm(matrix)));
        } catch (DecompositionException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private double[] near(Eigenvalues values, double rounding) {
        DoubleStream.Builder found = DoubleStream.builder();
        for (int i = 0; i < values.size(); i++) {
            double im = values.imaginary().get(i);
            if (im >= 0 && Math.abs(values.real().get(i)) <= NEAR * im + rounding) {
                double angle = 2 * StrictMath.atan(im);
                found.add(inSteps ? (turned ? Math.PI - angle : angle) : im);
            }
        }
        return found.build().sorted().toArray();
    }

    private double[] cayley(double level) {
        return LinearEquations.solve(backend, filled(level, 1, 1, 1), filled(level, -1, -1, -1), 2 * n, 2 * n);
    }

    /** {@code [[A + d I, P/g], [k Q/g, m (A' + d I)]]}. */
    private double[] filled(double level, double d, double k, double m) {
        int side = 2 * n;
        double[] matrix = new double[side * side];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i * side + j] = a[i * n + j];
                matrix[(n + i) * side + n + j] = m * a[j * n + i];
                matrix[i * side + n + j] = p[i * n + j] / level;
                matrix[(n + i) * side + j] = k * q[i * n + j] / level;
            }
            matrix[i * side + i] += d;
            matrix[(n + i) * side + n + i] += m * d;
        }
        return matrix;
    }
}
