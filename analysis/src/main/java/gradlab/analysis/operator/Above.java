package gradlab.analysis.operator;

import java.util.Arrays;

/** [A; B], A above B. */
record Above(LinearOperator a, LinearOperator b) implements LinearOperator {
    Above {
        Checks.same("columns of stacked operators", a.columns(), b.columns());
        Checks.notNegative("rows", Math.addExact(a.rows(), b.rows()));
    }

    @Override
    public int rows() {
        return a.rows() + b.rows();
    }

    @Override
    public int columns() {
        return a.columns();
    }

    @Override
    public void apply(double[] x, double[] into) {
        Checks.length("into", into, rows());
        System.arraycopy(a.apply(x), 0, into, 0, a.rows());
        System.arraycopy(b.apply(x), 0, into, a.rows(), b.rows());
    }

    @Override
    public void applyTranspose(double[] y, double[] into) {
        Checks.length("y", y, rows());
        a.applyTranspose(Arrays.copyOf(y, a.rows()), into);
        double[] term = b.applyTranspose(Arrays.copyOfRange(y, a.rows(), y.length));
        for (int i = 0; i < into.length; i++) {
            into[i] += term[i];
        }
    }
}
