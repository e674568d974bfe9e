package gradlab.dynamics.system;

import gradlab.analysis.backend.DenseKernels;

/** The rate network x' = −x + W tanh(x) (sompolinsky1988), with J = −1 + W diag(sech² x). */
final class RateNetworkRule implements Rule {

    private final int n;
    private final double[] weights;
    private final MatrixPass pass;
    private final double[] units;
    private final double[] product;
    private final double[] slopes;
    private double[] scaled = new double[0];

    /** W is n × n, row-major; held, not copied. */
    RateNetworkRule(double[] weights, int n) {
        this.n = n;
        this.weights = weights;
        this.pass = new MatrixPass(weights, n);
        this.units = new double[n];
        this.product = new double[n];
        this.slopes = new double[n];
    }

    @Override
    public int dimension() {
        return n;
    }

    @Override
    public void value(double[] x, double[] into) {
        TanhUnits.of(x, units, slopes);
        pass.times(units, product);
        for (int i = 0; i < n; i++) {
            into[i] = product[i] - x[i];
        }
    }

    @Override
    public void linearise(double[] x, double[] into) {
        value(x, into);
    }

    @Override
    public void push(double[] tangents, int from, int k, double[] into, int at) {
        if (scaled.length != n * k) {
            scaled = new double[n * k];
        }
        for (int i = 0; i < n; i++) {
            for (int c = 0; c < k; c++) {
                scaled[i * k + c] = slopes[i] * tangents[from + i * k + c];
            }
        }
        double[] moved = DenseKernels.multiply(weights, scaled, n, n, k);
        for (int i = 0; i < n * k; i++) {
            into[at + i] = moved[i] - tangents[from + i];
        }
    }
}
