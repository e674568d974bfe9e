package gradlab.analysis.backend;

/** The moduli of the diagonal of R in A = Q R by Householder reflections, nothing else of it formed. */
final class HouseholderLengths {
    private HouseholderLengths() {}

    /** Of an n by k matrix, row-major, k at most n. */
    static double[] of(double[] a, int n, int k) {
        double[] columns = Dense.transpose(a, n, k);
        double[] lengths = new double[k];
        for (int j = 0; j < k; j++) {
            int top = j * n + j;
            double norm = norm(columns, top, n - j);
            lengths[j] = norm;
            if (norm > 0) {
                double pivot = columns[top];
                // v = x + sign(x_1) |x| e_1, divided by |x| for its scale; 2 / v'v = 1 / (1 + |x_1| / |x|)
                for (int i = top; i < top + n - j; i++) {
                    columns[i] /= norm;
                }
                columns[top] += pivot < 0 ? -1 : 1;
                double factor = 1 / Math.abs(columns[top]);
                for (int l = j + 1; l < k; l++) {
                    reflect(columns, top, l * n + j, n - j, factor);
                }
            }
        }
        return lengths;
    }

    private static void reflect(double[] a, int v, int x, int size, double factor) {
        double product = 0;
        for (int i = 0; i < size; i++) {
            product += a[v + i] * a[x + i];
        }
        product *= factor;
        for (int i = 0; i < size; i++) {
            a[x + i] -= product * a[v + i];
        }
    }

    private static double norm(double[] a, int from, int size) {
        double largest = 0;
        for (int i = from; i < from + size; i++) {
            largest = Math.max(largest, Math.abs(a[i]));
        }
        if (largest == 0 || !Double.isFinite(largest)) {
            return largest;
        }
        double sum = 0;
        for (int i = from; i < from + size; i++) {
            double part = a[i] / largest;
            sum += part * part;
        }
        return largest * Math.sqrt(sum);
    }
}
