package gradlab.analysis.operator;

/** A'. */
record Transposed(LinearOperator operator) implements LinearOperator {
    @Override
    public int rows() {
        return operator.columns();
    }

    @Override
    public int columns() {
        return operator.rows();
    }

    @Override
    public long work() {
        return operator.work();
    }

    @Override
    public void apply(double[] x, double[] into) {
        operator.applyTranspose(x, into);
    }

    @Override
    public void applyTranspose(double[] y, double[] into) {
        operator.apply(y, into);
    }
}
