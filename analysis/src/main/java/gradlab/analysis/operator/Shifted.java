package gradlab.analysis.operator;

/** A + c I. */
record Shifted(LinearOperator a, double c) implements LinearOperator {
    Shifted {
        Checks.same("rows and columns of a shifted operator", a.rows(), a.columns());
    }

    @Override
    public int rows() {
        return a.rows();
    }

    @Override
    public int columns() {
        return a.columns();
    }

    @Override
    public void apply(double[] x, double[] into) {
        a.apply(x, into);
        add(x, into);
    }

    @Override
    public void applyTranspose(double[] y, double[] into) {
        a.applyTranspose(y, into);
        add(y, into);
    }

    private void add(double[] x, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] += c * x[i];
        }
    }
}
