package gradlab.analysis.operator;

/** The square matrix with the given diagonal. */
record Diagonal(Vector diagonal) implements LinearOperator {
    @Override
    public int rows() {
        return diagonal.size();
    }

    @Override
    public int columns() {
        return diagonal.size();
    }

    @Override
    public long work() {
        return rows();
    }

    @Override
    public void apply(double[] x, double[] into) {
        Checks.lengths("x", x, columns(), into, rows());
        for (int i = 0; i < into.length; i++) {
            into[i] = diagonal.get(i) * x[i];
        }
    }

    @Override
    public void applyTranspose(double[] y, double[] into) {
        apply(y, into);
    }
}
