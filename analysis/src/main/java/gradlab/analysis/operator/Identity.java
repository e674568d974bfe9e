package gradlab.analysis.operator;

/** The n by n identity. */
record Identity(int n) implements LinearOperator {
    Identity {
        Checks.notNegative("n", n);
    }

    @Override
    public int rows() {
        return n;
    }

    @Override
    public int columns() {
        return n;
    }

    @Override
    public void apply(double[] x, double[] into) {
        Checks.lengths("x", x, n, into, n);
        System.arraycopy(x, 0, into, 0, n);
    }

    @Override
    public void applyTranspose(double[] y, double[] into) {
        apply(y, into);
    }
}
