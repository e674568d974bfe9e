package gradlab.analysis.operator;

/** c A. */
record Scaled(double c, LinearOperator a) implements LinearOperator {
    @Override
    public int rows() {
        return a.rows();
    }

    @Override
    public int columns() {
        return a.columns();
    }

    @Override
    public long work() {
        return a.work() + rows();
    }

    @Override
    public void apply(double[] x, double[] into) {
        a.apply(x, into);
        scale(into);
    }

    @Override
    public void applyTranspose(double[] y, double[] into) {
        a.applyTranspose(y, into);
        scale(into);
    }

    private void scale(double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] *= c;
        }
    }
}
