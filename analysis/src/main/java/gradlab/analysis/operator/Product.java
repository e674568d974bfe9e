package gradlab.analysis.operator;

/** A B, with B applied first. */
record Product(LinearOperator a, LinearOperator b) implements LinearOperator {
    Product {
        Checks.same("columns of the left and rows of the right factor", a.columns(), b.rows());
    }

    @Override
    public int rows() {
        return a.rows();
    }

    @Override
    public int columns() {
        return b.columns();
    }

    @Override
    public long work() {
        return a.work() + b.work();
    }

    @Override
    public void apply(double[] x, double[] into) {
        a.apply(b.apply(x), into);
    }

    @Override
    public void applyTranspose(double[] y, double[] into) {
        b.applyTranspose(a.applyTranspose(y), into);
    }
}
