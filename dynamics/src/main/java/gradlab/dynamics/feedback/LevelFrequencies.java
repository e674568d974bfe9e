package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DecompositionException;
import gradlab.analysis.backend.DenseBackend;
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
 * (M1 + M2)^-1 (M2 - M1). That map sends z = -1 to infinity, so -A, -C and pi - w stand for A, C and w where the gain at -1 is
 * the larger one. {@link LevelMatrices} has A, P and Q of a loop with a direct path D.
 */
final class LevelFrequencies {
    /** Eigenvalues this near to the imaginary axis may be on it; a false one costs two evaluations and nothing else. */
    private static final double NEAR = 1e-4;

    private final DenseBackend backend;
    private final LevelMatrices matrices;
    private final int n;
    private final boolean inSteps;
    private final boolean turned;

    LevelFrequencies(LinearLoop loop, boolean turned, DenseBackend backend) {
        this.backend = backend;
        this.n = loop.order();
        this.inSteps = loop.isInSteps();
        this.turned = turned;
        this.matrices = new LevelMatrices(loop, turned, backend);
    }

    /** Frequencies that are not negative, ascending; some may be false. Empty if the eigenvalues do not come out. */
    Optional<double[]> at(double level) {
        try {
            LevelMatrices.Pieces pieces = matrices.at(level);
            double[] matrix = inSteps ? cayley(pieces) : filled(pieces, 0, -1, -1);
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

    private double[] cayley(LevelMatrices.Pieces pieces) {
        return LinearEquations.solve(backend, filled(pieces, 1, 1, 1), filled(pieces, -1, -1, -1), 2 * n, 2 * n);
    }

    /** {@code [[A + d I, P], [k Q, m (A' + d I)]]}. */
    private double[] filled(LevelMatrices.Pieces pieces, double d, double k, double m) {
        int side = 2 * n;
        double[] matrix = new double[side * side];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i * side + j] = pieces.a(i * n + j);
                matrix[(n + i) * side + n + j] = m * pieces.a(j * n + i);
                matrix[i * side + n + j] = pieces.p(i * n + j);
                matrix[(n + i) * side + j] = k * pieces.q(i * n + j);
            }
            matrix[i * side + i] += d;
            matrix[(n + i) * side + n + i] += m * d;
        }
        return matrix;
    }
}
