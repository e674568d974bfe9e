package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.spectrum.Euclidean;
import java.util.Optional;

/**
 * A power of W whose norm is below 1, found by repeated squaring: then the spectral radius is below 1, whatever the condition
 * of the eigenvalues.
 *
 * <p>With P the computed power, off by at most e in the Frobenius norm f, its computed square is off by at most
 * {@code 2 f e + e^2 + 2 (n + 2) u f^2}, u = 2^-53 (higham2002, section 3.5); f + e < 1 is asked for.
 */
final class ContractingPower {
    private static final int MOST_SQUARINGS = 30;
    private static final double UNIT_ROUNDOFF = 0x1p-53;
    private static final double HOPELESS = 1e100;

    private ContractingPower() {}

    /** The power, a power of two; empty if none was found. */
    static Optional<Integer> of(DenseMatrix matrix, DenseBackend backend) {
        int n = matrix.rows();
        double[] power = matrix.toArray();
        double error = 0;
        for (int k = 0; k <= MOST_SQUARINGS; k++) {
            double size = Euclidean.norm(power) * (1 + n * UNIT_ROUNDOFF);
            if (size + error < 1) {
                return Optional.of(1 << k);
            }
            if (!(size + error < HOPELESS)) {
                return Optional.empty();
            }
            error = 2 * size * error + error * error + 2 * (n + 2) * UNIT_ROUNDOFF * size * size;
            power = backend.multiply(power, power, n, n, n);
        }
        return Optional.empty();
    }
}
