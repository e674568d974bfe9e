package gradlab.analysis.spectrum;

/**
 * The triangular factor R of {@code z I - H = Q R} for a real upper Hessenberg H of moderate size and a complex z, by Givens
 * rotations: 6 n^2 complex operations. Row i starts at i n; what is below the diagonal is not used.
 */
final class ComplexHessenberg {
    private final int n;
    private final double[] re;
    private final double[] im;

    /** Of the matrix {@code factor (z I - H)}. */
    ComplexHessenberg(double[] h, int n, double factor, double zRe, double zIm) {
        this.n = n;
        re = new double[n * n];
        im = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int j = Math.max(i - 1, 0); j < n; j++) {
                re[i * n + j] = -factor * h[i * n + j];
            }
            re[i * n + i] += zRe;
            im[i * n + i] = zIm;
        }
        for (int i = 0; i + 1 < n; i++) {
            eliminate(i);
        }
    }

    /** Rotates rows i and i + 1 so that entry (i + 1, i), which is real, becomes 0. */
    private void eliminate(int i) {
        int p = i * n;
        int q = p + n;
        double below = re[q + i];
        double length = Math.sqrt(re[p + i] * re[p + i] + im[p + i] * im[p + i] + below * below);
        if (below == 0 || length == 0) {
            return;
        }
        double cRe = re[p + i] / length;
        double cIm = im[p + i] / length;
        double s = below / length;
        for (int j = i; j < n; j++) {
            double aRe = re[p + j];
            double aIm = im[p + j];
            double bRe = re[q + j];
            double bIm = im[q + j];
            re[p + j] = cRe * aRe + cIm * aIm + s * bRe;
            im[p + j] = cRe * aIm - cIm * aRe + s * bIm;
            re[q + j] = cRe * bRe - cIm * bIm - s * aRe;
            im[q + j] = cRe * bIm + cIm * bRe - s * aIm;
        }
    }

    /** The smallest modulus on the diagonal, never below the smallest singular value. */
    double smallestPivot() {
        double smallest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < n; i++) {
            smallest = Math.min(smallest, StrictMath.hypot(re[i * n + i], im[i * n + i]));
        }
        return smallest;
    }

    /** Overwrites the complex vector (x, y) with the solution of {@code R* v = (x, y)}. */
    void solveAdjoint(double[] x, double[] y) {
        for (int i = 0; i < n; i++) {
            divide(x, y, i, -1);
            int row = i * n;
            for (int j = i + 1; j < n; j++) {
                x[j] -= re[row + j] * x[i] + im[row + j] * y[i];
                y[j] -= re[row + j] * y[i] - im[row + j] * x[i];
            }
        }
    }

    /** Overwrites the complex vector (x, y) with the solution of {@code R v = (x, y)}. */
    void solve(double[] x, double[] y) {
        for (int i = n - 1; i >= 0; i--) {
            int row = i * n;
            double sumRe = x[i];
            double sumIm = y[i];
            for (int j = i + 1; j < n; j++) {
                sumRe -= re[row + j] * x[j] - im[row + j] * y[j];
                sumIm -= re[row + j] * y[j] + im[row + j] * x[j];
            }
            x[i] = sumRe;
            y[i] = sumIm;
            divide(x, y, i, 1);
        }
    }

    /** Divides entry i by the i-th pivot (sign 1) or its conjugate (sign -1). */
    private void divide(double[] x, double[] y, int i, int sign) {
        double pRe = re[i * n + i];
        double pIm = sign * im[i * n + i];
        double square = pRe * pRe + pIm * pIm;
        double quotient = (x[i] * pRe + y[i] * pIm) / square;
        y[i] = (y[i] * pRe - x[i] * pIm) / square;
        x[i] = quotient;
    }
}
