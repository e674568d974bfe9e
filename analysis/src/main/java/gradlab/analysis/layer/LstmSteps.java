package gradlab.analysis.layer;

/**
 * The gated step of {@link gradlab.analysis.block.LstmCell}. Kept: the values of the four gates and their slopes, tanh c' and
 * its slope.
 */
record LstmSteps() implements CellSteps {
    @Override
    public int gates() {
        return 4;
    }

    @Override
    public int states() {
        return 2;
    }

    @Override
    public boolean biasedState() {
        return false;
    }

    @Override
    public int kept() {
        return 10;
    }

    @Override
    public void forward(double[] u, double[] w, double[] state, double[] next, double[] kept, int batch, int n) {
        GateFunctions.Scratch scratch = new GateFunctions.Scratch(2 * n);
        double[] slopes = new double[4 * n];
        double[] values = new double[4 * n];
        double[] sum = new double[4 * n];
        double[] cell = new double[n];
        double[] shown = new double[n];
        double[] steep = new double[n];
        for (int s = 0; s < batch; s++) {
            int row = s * 4 * n;
            for (int j = 0; j < 4 * n; j++) {
                sum[j] = w[row + j] + u[row + j];
            }
            GateFunctions.sigmoid(sum, values, slopes, 0, 2 * n, scratch);
            GateFunctions.tanh(sum, values, slopes, 2 * n, n, scratch);
            GateFunctions.sigmoid(sum, values, slopes, 3 * n, n, scratch);
            int at = s * 2 * n;
            for (int j = 0; j < n; j++) {
                cell[j] = values[n + j] * state[at + n + j] + values[j] * values[2 * n + j];
            }
            GateFunctions.tanh(cell, shown, steep, 0, n, scratch);
            for (int j = 0; j < n; j++) {
                next[at + j] = values[3 * n + j] * shown[j];
            }
            System.arraycopy(cell, 0, next, at + n, n);
            int keep = s * 10 * n;
            System.arraycopy(values, 0, kept, keep, 4 * n);
            System.arraycopy(slopes, 0, kept, keep + 4 * n, 4 * n);
            System.arraycopy(shown, 0, kept, keep + 8 * n, n);
            System.arraycopy(steep, 0, kept, keep + 9 * n, n);
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
            int row = s * 4 * n;
            int at = s * 2 * n;
            int keep = s * 10 * n;
            for (int j = 0; j < n; j++) {
                double dh = dNext[at + j];
                double o = kept[keep + 3 * n + j];
                double dc = dNext[at + n + j] + dh * o * kept[keep + 9 * n + j];
                du[row + j] = dc * kept[keep + 2 * n + j] * kept[keep + 4 * n + j];
                du[row + n + j] = dc * state[at + n + j] * kept[keep + 5 * n + j];
                du[row + 2 * n + j] = dc * kept[keep + j] * kept[keep + 6 * n + j];
                du[row + 3 * n + j] = dh * kept[keep + 8 * n + j] * kept[keep + 7 * n + j];
                dState[at + j] = 0;
                dState[at + n + j] = dc * kept[keep + n + j];
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
            int row = s * 4 * n;
            int at = s * 2 * n;
            int keep = s * 10 * n;
            for (int j = 0; j < n; j++) {
                double di = kept[keep + 4 * n + j] * (du[row + j] + dw[row + j]);
                double df = kept[keep + 5 * n + j] * (du[row + n + j] + dw[row + n + j]);
                double dg = kept[keep + 6 * n + j] * (du[row + 2 * n + j] + dw[row + 2 * n + j]);
                double dOut = kept[keep + 7 * n + j] * (du[row + 3 * n + j] + dw[row + 3 * n + j]);
                double dc = df * state[at + n + j]
                        + kept[keep + n + j] * dState[at + n + j]
                        + di * kept[keep + 2 * n + j]
                        + kept[keep + j] * dg;
                dNext[at + n + j] = dc;
                dNext[at + j] = dOut * kept[keep + 8 * n + j] + kept[keep + 3 * n + j] * kept[keep + 9 * n + j] * dc;
            }
        }
    }
}
