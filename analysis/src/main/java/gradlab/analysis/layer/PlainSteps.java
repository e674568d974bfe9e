package gradlab.analysis.layer;

/** h' = phi(W h + U x + b); kept: the slope. */
record PlainSteps(boolean rectified) implements CellSteps {
    @Override
    public int gates() {
        return 1;
    }

    @Override
    public int states() {
        return 1;
    }

    @Override
    public boolean biasedState() {
        return false;
    }

    @Override
    public int kept() {
        return 1;
    }

    @Override
    public void forward(double[] u, double[] w, double[] state, double[] next, double[] kept, int batch, int hidden) {
        for (int i = 0; i < u.length; i++) {
            w[i] += u[i];
        }
        if (rectified) {
            for (int i = 0; i < u.length; i++) {
                next[i] = Math.max(w[i], 0);
                kept[i] = w[i] > 0 ? 1 : 0;
            }
        } else {
            GateFunctions.tanh(w, next, kept, 0, batch * hidden, new GateFunctions.Scratch(batch * hidden));
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
            int hidden) {
        for (int i = 0; i < du.length; i++) {
            du[i] = dNext[i] * kept[i];
            dState[i] = 0;
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
            int hidden) {
        for (int i = 0; i < dNext.length; i++) {
            dNext[i] = kept[i] * (du[i] + dw[i]);
        }
    }
}
