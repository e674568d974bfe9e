package gradlab.dynamics.euler;

import gradlab.analysis.layer.Jacobian;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.dynamics.system.FlowSystem;
import gradlab.dynamics.system.Rule;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The right-hand side f of x' = f(x), in n dimensions. Immutable.
 *
 * @param dimension n
 * @param value x to f(x), which neither keeps nor changes x
 * @param jacobian x to the n x n Jacobian of f there
 */
public record VectorField(int dimension, UnaryOperator<double[]> value, Function<double[], LinearOperator> jacobian) {
    /** Checks the dimension. */
    public VectorField {
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension must be at least 1, was " + dimension);
        }
    }

    /** x' = A x. */
    public static VectorField linear(DenseMatrix a) {
        if (a.rows() != a.columns()) {
            throw new IllegalArgumentException("a must be square, was " + a.rows() + " x " + a.columns());
        }
        return new VectorField(a.rows(), a::apply, x -> a);
    }

    /** x' = f(x) with a layer for f that keeps the length n. */
    public static VectorField of(Layer f, int n) {
        if (f.outputs(n) != n) {
            throw new IllegalArgumentException("f must keep the length " + n + ", but gives " + f.outputs(n));
        }
        return new VectorField(n, f::value, x -> Jacobian.of(f, x));
    }

    /** The f of a flow. */
    public static VectorField of(FlowSystem flow) {
        int n = flow.dimension();
        Rule rule = flow.rule();
        return new VectorField(
                n,
                x -> {
                    double[] value = new double[n];
                    synchronized (rule) {
                        rule.value(x, value);
                    }
                    return value;
                },
                x -> jacobian(flow.rule(), x));
    }

    private static DenseMatrix jacobian(Rule rule, double[] x) {
        int n = x.length;
        double[] columns = new double[n * n];
        rule.linearise(x, new double[n]);
        rule.push(DenseMatrix.identity(n).toArray(), 0, n, columns, 0);
        return DenseMatrix.of(n, n, columns);
    }
}
