package gradlab.analysis.layer;

/** {@code p_i = exp(x_i - m) / sum_j exp(x_j - m)}, m the largest entry; Jacobian diag(p) - p p', of norm at most 1/2. */
final class Softmax implements Layer {
    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public Linearisation at(double[] x, int batch) {
        int width = Checks.width(x, batch);
        double[] p = x.clone();
        for (int i = 0; i < batch; i++) {
            softmax(p, i * width, width);
        }
        return new At(p, batch, width);
    }

    /** Replaces the {@code width} entries from {@code at} by their softmax; NaN if one of them is NaN or infinite. */
    private static void softmax(double[] p, int at, int width) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int j = at; j < at + width; j++) {
            largest = Math.max(largest, p[j]);
        }
        double sum = 0;
        for (int j = at; j < at + width; j++) {
            p[j] = StrictMath.exp(p[j] - largest);
            sum += p[j];
        }
        for (int j = at; j < at + width; j++) {
            p[j] /= sum;
        }
    }

    @Override
    public String toString() {
        return "softmax";
    }

    private static final class At implements Linearisation {
        private final double[] p;
        private final int batch;
        private final int inputs;

        At(double[] p, int batch, int inputs) {
            this.p = p;
            this.batch = batch;
            this.inputs = inputs;
        }

        @Override
        public int batch() {
            return batch;
        }

        @Override
        public int inputs() {
            return inputs;
        }

        @Override
        public int outputs() {
            return inputs;
        }

        @Override
        public double[] value() {
            return p.clone();
        }

        @Override
        public double[] jvp(double[] dx) {
            Checks.length("dx", dx, p.length);
            double[] dy = new double[p.length];
            for (int row = 0; row < p.length; row += inputs) {
                double mean = 0;
                for (int j = row; j < row + inputs; j++) {
                    mean += p[j] * dx[j];
                }
                for (int j = row; j < row + inputs; j++) {
                    dy[j] = p[j] * (dx[j] - mean);
                }
            }
            return dy;
        }

        @Override
        public double[] vjp(double[] dy) {
            return jvp(dy);
        }
    }
}
