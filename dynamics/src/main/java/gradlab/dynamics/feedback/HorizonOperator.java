package gradlab.dynamics.feedback;

import gradlab.analysis.operator.LinearOperator;
import java.util.List;

/**
 * What T steps of a loop do to a sequence of inputs: h(t) = J(t) h(t-1) + u(t) from h = 0, all h(t) below each other. A block
 * lower triangular matrix of order T n that is never formed; of a loop that does not change with time it is Toeplitz. The
 * transpose is back-propagation through time, g(t) = J(t+1)' g(t+1) + v(t).
 *
 * @param steps J(1) to J(T), each n x n; J(1) multiplies the start and so counts for nothing
 */
record HorizonOperator(List<? extends LinearOperator> steps) implements LinearOperator {

    @Override
    public int rows() {
        return steps.size() * steps.get(0).rows();
    }

    @Override
    public int columns() {
        return rows();
    }

    @Override
    public void apply(double[] x, double[] into) {
        check(x, into);
        int n = steps.get(0).rows();
        double[] state = new double[n];
        for (int t = 0; t < steps.size(); t++) {
            state = t == 0 ? state : steps.get(t).apply(state);
            for (int i = 0; i < n; i++) {
                state[i] += x[t * n + i];
                into[t * n + i] = state[i];
            }
        }
    }

    @Override
    public void applyTranspose(double[] y, double[] into) {
        check(y, into);
        int n = steps.get(0).rows();
        double[] gradient = new double[n];
        for (int t = steps.size() - 1; t >= 0; t--) {
            gradient = t == steps.size() - 1 ? gradient : steps.get(t + 1).applyTranspose(gradient);
            for (int i = 0; i < n; i++) {
                gradient[i] += y[t * n + i];
                into[t * n + i] = gradient[i];
            }
        }
    }

    private void check(double[] x, double[] into) {
        if (x.length != rows() || into.length != rows()) {
            throw new IllegalArgumentException(
                    "arrays must have length " + rows() + ", had " + x.length + " and " + into.length);
        }
    }
}
