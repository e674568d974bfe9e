package gradlab.analysis.operator;

/** A + B. */
record Sum(LinearOperator a, LinearOperator b) implements LinearOperator {
    Sum {
        Checks.same("the rows of the terms of a sum", a.rows(), b.rows());
        Checks.same("the columns of the terms of a sum", a.columns(), b.columns());
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
    public long work() {
        return a.work() + b.work();
    }

    @Override
    public void apply(double[] x, double[] into) {
        a.apply(x, into);
        add(b.apply(x), into);
    }

    @Override
    public void applyTranspose(double[] y, double[] into) {
        a.applyTranspose(y, into);
        add(b.applyTranspose(y), into);
    }

    private static void add(double[] term, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] += term[i];
        }
    }
}
