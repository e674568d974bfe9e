package gradlab.analysis.operator;

import java.util.Arrays;

/** The operator that maps everything to zero. */
record Zero(int rows, int columns) implements LinearOperator {
    Zero {
        Checks.notNegative("rows", rows);
        Checks.notNegative("columns", columns);
    }

    @Override
    public void apply(double[] x, double[] into) {
        Checks.lengths("x", x, columns, into, rows);
        Arrays.fill(into, 0);
    }

    @Override
    public void applyTranspose(double[] y, double[] into) {
        Checks.lengths("y", y, rows, into, columns);
        Arrays.fill(into, 0);
    }
}
