package gradlab.dynamics.system;

/** Lyapunov exponents the plain way: Gram and Schmidt after each stride. */
final class Exponents {
    private Exponents() {}

    static double[] of(DynamicalSystem system, double transient_, double time, int k) {
        return along(system.orbit(system.start()), system.dimension(), transient_, time, k);
    }

    static double[] along(Orbit orbit, int n, double transient_, double time, int k) {
        double[] v = new double[n * k];
        for (int c = 0; c < k; c++) {
            for (int i = 0; i < n; i++) {
                v[i * k + c] = i == c ? 1 : 0.1 * StrictMath.sin(1 + i + 7 * c);
            }
        }
        double[] sums = new double[k];
        long before = Math.round(transient_ / orbit.stride());
        long strides = Math.round(time / orbit.stride());
        for (long t = 0; t < before + strides; t++) {
            orbit.advance(v, k);
            for (int c = 0; c < k; c++) {
                double length = orthonormalise(v, n, k, c);
                sums[c] += t < before ? 0 : StrictMath.log(length);
            }
        }
        for (int c = 0; c < k; c++) {
            sums[c] /= strides * orbit.stride();
        }
        return sums;
    }

    private static double orthonormalise(double[] v, int n, int k, int c) {
        for (int pass = 0; pass < 2; pass++) {
            for (int d = 0; d < c; d++) {
                double dot = 0;
                for (int i = 0; i < n; i++) {
                    dot += v[i * k + c] * v[i * k + d];
                }
                for (int i = 0; i < n; i++) {
                    v[i * k + c] -= dot * v[i * k + d];
                }
            }
        }
        double squares = 0;
        for (int i = 0; i < n; i++) {
            squares += v[i * k + c] * v[i * k + c];
        }
        double length = Math.sqrt(squares);
        for (int i = 0; i < n; i++) {
            v[i * k + c] /= length;
        }
        return length;
    }
}
