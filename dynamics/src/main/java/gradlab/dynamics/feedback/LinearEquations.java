package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.backend.ThinQr;

/** Real linear equations by a QR decomposition: backward stable, 4/3 n^3 operations and 2 n^2 a right side. */
final class LinearEquations {
    private LinearEquations() {}

    /** {@code A^-1 B} for A of order n and B of n x columns; not finite where A is singular. */
    static double[] solve(DenseBackend backend, double[] a, double[] b, int n, int columns) {
        ThinQr qr = backend.qr(a, n, n);
        double[] x = backend.multiply(DenseKernels.transpose(qr.q().toArray(), n, n), b, n, n, columns);
        double[] r = qr.r().toArray();
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                double factor = r[i * n + k];
                for (int j = 0; j < columns; j++) {
                    x[i * columns + j] -= factor * x[k * columns + j];
                }
            }
            for (int j = 0; j < columns; j++) {
                x[i * columns + j] /= r[i * n + i];
            }
        }
        return x;
    }
}
