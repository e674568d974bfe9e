package gradlab.dynamics.signal;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.ThinQr;
import gradlab.analysis.random.RandomStream;

/** How square weight matrices are drawn; both have entries of variance sigma_w²/n. */
public enum WeightLaw {
    /** Independent normal entries. */
    GAUSSIAN {
        @Override
        double[] unit(int n, RandomStream random, DenseBackend backend) {
            double[] entries = random.gaussians(n * n);
            double deviation = 1 / Math.sqrt(n);
            for (int i = 0; i < entries.length; i++) {
                entries[i] *= deviation;
            }
            return entries;
        }
    },
    /** sigma_w times a uniformly distributed orthogonal matrix: Q of a Gaussian matrix, R's diagonal made positive (mezzadri2007). */
    ORTHOGONAL {
        @Override
        double[] unit(int n, RandomStream random, DenseBackend backend) {
            ThinQr qr = backend.qr(random.gaussians(n * n), n, n);
            double[] q = qr.q().toArray();
            for (int j = 0; j < n; j++) {
                double sign = qr.r().get(j, j) < 0 ? -1 : 1;
                for (int i = 0; i < n; i++) {
                    q[i * n + j] *= sign;
                }
            }
            return q;
        }
    };

    /** A matrix for sigma_w = 1, n by n, row by row. */
    abstract double[] unit(int n, RandomStream random, DenseBackend backend);

    /** A matrix of entries of variance {@code variance/n}. */
    double[] draw(int n, double variance, RandomStream random, DenseBackend backend) {
        double[] entries = unit(n, random, backend);
        double factor = Math.sqrt(variance);
        for (int i = 0; i < entries.length; i++) {
            entries[i] *= factor;
        }
        return entries;
    }
}
