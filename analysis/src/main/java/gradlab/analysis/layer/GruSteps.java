package gradlab.analysis.layer;

/**
 * The gated step of {@link gradlab.analysis.block.GruCell}. Kept: the values of r, z and n, their slopes, and the part of w
 * under n.
 */
record GruSteps() implements CellSteps {
    @Override
    public int gates() {
        return 3;
    }

    @Override
    public int states() {
        return 1;
    }

    @Override
    public boolean biasedState() {
        return true;
    }

    @Override
    public int kept() {
        return 7;
    }

    @Override
    public void forward(double[] u, double[] w, double[] state, double[] next, double[] kept, int batch, int n) {
        GateFunctions.Scratch scratch = new GateFunctions.Scratch(2 * n);
        double[] sum = new double[3 * n];
        double[] values = new double[3 * n];
        double[] slopes = new double[3 * n];
        for (int s = 0; s < batch; s++) {
            int row = s * 3 * n;
            for (int j = 0; j < 2 * n; j++) {
                sum[j] = u[row + j] + w[row + j];
            }
            GateFunctions.sigmoid(sum, values, slopes, 0, 2 * n, scratch);
            for (int j = 2 * n; j < 3 * n; j++) {
                sum[j] = u[row + j] + values[j - 2 * n] * w[row + j];
            }
            GateFunctions.tanh(sum, values, slopes, 2 * n, n, scratch);
            for (int j = 0; j < n; j++) {
                double z = values[n + j];
                next[s * n + j] = (1 - z) * values[2 * n + j] + z * state[s * n + j];
            }
            int keep = s * 7 * n;
            System.arraycopy(values, 0, kept, keep, 3 * n);
            System.arraycopy(slopes, 0, kept, keep + 3 * n, 3 * n);
            System.arraycopy(w, row + 2 * n, kept, keep + 6 * n, n);
        }
    }

    @Override
    public void backward(
            double[] state,
            double[] kept,
            double[] dNext,
            double[] dState,
            double[] du,
            double[] dw,
            int batch,
            int n) {
        for (int s = 0; s < batch; s++) {
            int row = s * 3 * n;
            int keep = s * 7 * n;
            for (int j = 0; j < n; j++) {
                double dh = dNext[s * n + j];
                double r = kept[keep + j];
                double z = kept[keep + n + j];
                double dn = dh * (1 - z) * kept[keep + 5 * n + j];
                double dr = dn * kept[keep + 6 * n + j] * kept[keep + 3 * n + j];
                double dz = dh * (state[s * n + j] - kept[keep + 2 * n + j]) * kept[keep + 4 * n + j];
                du[row + j] = dr;
                dw[row + j] = dr;
                du[row + n + j] = dz;
                dw[row + n + j] = dz;
                du[row + 2 * n + j] = dn;
                dw[row + 2 * n + j] = dn * r;
                dState[s * n + j] = dh * z;
            }
        }
    }

    @Override
    public void tangent(
            double[] state,
            double[] kept,
            double[] du,
            double[] dw,
            double[] dState,
            double[] dNext,
            int batch,
            int n) {
        for (int s = 0; s < batch; s++) {
            int row = s * 3 * n;
            int keep = s * 7 * n;
            for (int j = 0; j < n; j++) {
                double z = kept[keep + n + j];
                double dr = kept[keep + 3 * n + j] * (du[row + j] + dw[row + j]);
                double dz = kept[keep + 4 * n + j] * (du[row + n + j] + dw[row + n + j]);
                double dn = kept[keep + 5 * n + j]
                        * (du[row + 2 * n + j] + dr * kept[keep + 6 * n + j] + kept[keep + j] * dw[row + 2 * n + j]);
                dNext[s * n + j] =
                        (1 - z) * dn + dz * (state[s * n + j] - kept[keep + 2 * n + j]) + z * dState[s * n + j];
            }
        }
    }
}
