package gradlab.dynamics.lyapunov;

import gradlab.analysis.backend.DenseBackend;
import gradlab.dynamics.system.Orbit;
import gradlab.dynamics.system.OrbitException;
import gradlab.dynamics.system.ScaledOrbit;

/**
 * An orbit with k tangent vectors V, and the growth of the volumes that the first 1, 2, ..., k of them span:
 * J_t ... J_1 V_0 = V_t U_t ... U_1 with triangles U, ln volume_j grows by the sum of ln |u_jj| and by what V_t = Q R adds,
 * ln |r_jj|. With that the sums are those of a QR decomposition of the whole product: exact finite-time exponents.
 * For one thread; to be closed.
 */
interface Tangents extends AutoCloseable {

    /**
     * Moves on.
     *
     * @throws OrbitException if the state or a tangent vector leaves the numbers
     */
    void advance(int strides);

    /** ln |r_jj| of the product of the Jacobians so far times V_0 = Q R; minus infinity where columns became dependent. */
    double[] growth();

    /** The same sum of all growths by the other way, the determinants of the Jacobians, of the strides that were compared. */
    DeterminantCheck determinants();

    /** The largest growth of entries in an elimination. */
    double pivotGrowth();

    /** How many steps were taken by QR for that growth. */
    long fallbacks();

    /** The largest spread of ln |u_jj| within one factorisation; digits beyond 2^-52 e^spread are lost in that step. */
    double spread();

    @Override
    void close();

    /**
     * Starts tangent vectors on an orbit.
     *
     * @param orbit moves with them from now on
     * @param start V_0, n × k, row-major, of full rank
     */
    static Tangents on(Orbit orbit, double[] start, int k, DenseBackend backend) {
        // One vector moves with the state in one pass over the matrix, which is all that bounds it.
        return k > 1 && orbit instanceof ScaledOrbit scaled
                ? new ScaledTangents(scaled, start, k, backend)
                : new FreeTangents(orbit, start, k, backend);
    }

    /**
     * Sums of growth by two ways.
     *
     * @param strides how many strides were compared; 0 if none could be
     * @param volumes the sum of all ln |u_jj| over these
     * @param determinants the sum of ln |det J| over these
     */
    record DeterminantCheck(long strides, double volumes, double determinants) {}
}
