package gradlab.dynamics.lyapunov;

import gradlab.analysis.backend.DecompositionException;
import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.ThinQr;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import gradlab.dynamics.system.DynamicalSystem;
import gradlab.dynamics.system.Orbit;
import gradlab.dynamics.system.OrbitException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Covariant Lyapunov vectors: at each state directions v_j that the Jacobian maps onto those of the next state and that grow by
 * lambda_j forwards and backwards (ginelli2007).
 *
 * <p>Forwards, J_t Q_{t-1} = Q_t R_t; backwards, C_{t-1} = R_t^-1 C_t with its columns scaled to length 1, from any triangle C; then
 * v_j(t) = Q_t c_j(t). Both sweeps forget where they began like e^-(gap t), gap the difference to the next exponent: vectors of
 * equal exponents span the right plane and are any within it. A stride must not shrink any direction to 0.
 */
public final class CovariantVectors {
    private static final int MOST_NUMBERS = 1 << 26;

    private final int transientSteps;
    private final int window;
    private final int back;
    private final long seed;

    private CovariantVectors(int transientSteps, int window, int back, long seed) {
        this.transientSteps = transientSteps;
        this.window = window;
        this.back = back;
        this.seed = seed;
    }

    /** 200 states after 1,000 strides, with 1,000 more behind them for the way back. */
    public static CovariantVectors withDefaults() {
        return new CovariantVectors(1_000, 200, 1_000, 0);
    }

    /** At so many states. */
    public CovariantVectors withWindow(int states) {
        return new CovariantVectors(transientSteps, positive("window", states), back, seed);
    }

    /** After so many strides, half of them without tangent vectors, and with so many behind. */
    public CovariantVectors withTransients(int before, int behind) {
        return new CovariantVectors(positive("before", before), window, positive("behind", behind), seed);
    }

    /** Draws where the sweeps begin from this seed. */
    public CovariantVectors withSeed(long number) {
        return new CovariantVectors(transientSteps, window, back, number);
    }

    private static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
        return value;
    }

    /**
     * The frames of consecutive states, of the k largest exponents.
     *
     * @throws OrbitException if the orbit leaves the numbers, or the derivative annihilates a direction
     * @throws IllegalArgumentException if k is not from 1 to the dimension, or more is asked for than half a gigabyte holds
     */
    public List<CovariantFrame> of(DynamicalSystem system, int k) {
        int n = system.dimension();
        if (k < 1 || k > n) {
            throw new IllegalArgumentException("k must be in [1, " + n + "], was " + k);
        }
        long numbers = (window + (long) back) * k * k + (long) window * n * (k + 1);
        if (numbers > MOST_NUMBERS) {
            throw new IllegalArgumentException("window and transient must hold at most " + MOST_NUMBERS
                    + " numbers, would hold " + numbers + ": ask for fewer states or vectors");
        }
        return new Sweep(system, k).frames();
    }

    private static OrbitException annihilated() {
        return new OrbitException("the derivative annihilates a direction: covariant vectors do not exist");
    }

    /** The two sweeps along one orbit. */
    private final class Sweep {
        private final Orbit orbit;
        private final int n;
        private final int k;
        private final List<Vector> states = new ArrayList<>();
        private final List<DenseMatrix> bases = new ArrayList<>();
        private final List<DenseMatrix> triangles = new ArrayList<>();

        Sweep(DynamicalSystem system, int k) {
            this.orbit = system.orbit(system.start());
            this.n = system.dimension();
            this.k = k;
        }

        List<CovariantFrame> frames() {
            for (int i = transientSteps / 2; i < transientSteps; i++) {
                orbit.advance();
            }
            DenseMatrix q =
                    qr(RandomStream.of(seed, "tangents").gaussians(n * k)).q();
            for (int i = 0; i < transientSteps / 2; i++) {
                q = advance(q).q();
            }
            for (int i = 0; i < window + back; i++) {
                if (i < window) {
                    states.add(Vector.of(orbit.state()));
                    bases.add(q);
                }
                ThinQr step = advance(q);
                triangles.add(step.r());
                q = step.q();
            }
            return backwards();
        }

        private ThinQr advance(DenseMatrix q) {
            double[] image = q.toArray();
            orbit.advance(image, k);
            return qr(image);
        }

        private ThinQr qr(double[] columns) {
            try {
                return DenseBackend.fixedOrder().qr(columns, n, k);
            } catch (DecompositionException e) {
                throw annihilated();
            }
        }

        private List<CovariantFrame> backwards() {
            double[] c = RandomStream.of(seed, "backwards").gaussians(k * k);
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < i; j++) {
                    c[i * k + j] = 0;
                }
            }
            List<CovariantFrame> frames = new ArrayList<>();
            for (int t = window + back - 1; t >= 0; t--) {
                double[] growth = Triangle.solve(triangles.get(t), c, k);
                if (t < window) {
                    double[] v = DenseBackend.fixedOrder().multiply(bases.get(t).toArray(), c, n, k, k);
                    frames.add(new CovariantFrame(states.get(t), DenseMatrix.of(n, k, v), Vector.of(growth)));
                }
            }
            Collections.reverse(frames);
            return frames;
        }
    }

    /** Systems of equations with a triangle. */
    private static final class Triangle {
        private Triangle() {}

        /** C := R^-1 C with columns of length 1; what each column shrank by, as minus its logarithm, if it had length 1 before. */
        static double[] solve(DenseMatrix r, double[] c, int k) {
            double[] growth = new double[k];
            for (int j = 0; j < k; j++) {
                normalise(c, k, j);
                for (int i = j; i >= 0; i--) {
                    double sum = c[i * k + j];
                    for (int l = i + 1; l <= j; l++) {
                        sum -= r.get(i, l) * c[l * k + j];
                    }
                    if (r.get(i, i) == 0) {
                        throw annihilated();
                    }
                    c[i * k + j] = sum / r.get(i, i);
                }
                growth[j] = -StrictMath.log(normalise(c, k, j));
            }
            return growth;
        }

        private static double normalise(double[] c, int k, int j) {
            double squares = 0;
            for (int i = 0; i <= j; i++) {
                squares += c[i * k + j] * c[i * k + j];
            }
            double length = Math.sqrt(squares);
            for (int i = 0; i <= j; i++) {
                c[i * k + j] /= length;
            }
            return length;
        }
    }
}
