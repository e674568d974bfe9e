package gradlab.analysis.tensor;

import gradlab.analysis.operator.LinearOperator;
import java.util.Arrays;
import java.util.List;

/** The Jacobian of one output of a tape by one input. */
record TapeJacobian(Passage passage, int rows, int columns) implements LinearOperator {
    @Override
    public void apply(double[] x, double[] into) {
        check(x, columns, into, rows);
        write(passage.push(List.of(x)).get(0), into);
    }

    @Override
    public void applyTranspose(double[] y, double[] into) {
        check(y, rows, into, columns);
        write(passage.pull(List.of(y)).get(0), into);
    }

    private static void write(double[] result, double[] into) {
        if (result.length == 0) {
            Arrays.fill(into, 0);
        } else {
            System.arraycopy(result, 0, into, 0, into.length);
        }
    }

    private static void check(double[] x, int from, double[] into, int to) {
        if (x.length != from || into.length != to) {
            throw new IllegalArgumentException(
                    "arrays must have lengths " + from + " and " + to + ", had " + x.length + " and " + into.length);
        }
    }
}
