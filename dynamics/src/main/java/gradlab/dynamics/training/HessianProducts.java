package gradlab.dynamics.training;

import gradlab.analysis.layer.CurvedChain;
import gradlab.analysis.network.ForwardPass;
import gradlab.analysis.network.Network;
import gradlab.analysis.spectrum.Euclidean;
import gradlab.dynamics.data.DataSet;
import java.util.List;
import java.util.function.UnaryOperator;

/** Products of vectors with the Hessian of a loss by the parameters at a point. */
interface HessianProducts {
    /** H v. */
    double[] of(double[] v);

    /** H v once more in a way that errs differently, so that the difference tells the error; the same where the product is exact. */
    double[] again(double[] v);

    /**
     * Central differences of gradients, (g(p + h v) - g(p - h v))/(2 h) with h = 1e-5 (1 + |p|/sqrt(n)) for a v of norm 1: exact on
     * quadratics, else off by h²/6 times a third derivative along v. Where p stands on a kink, so does the answer. The other way
     * takes twice the h.
     */
    static HessianProducts byDifferences(UnaryOperator<double[]> gradient, double[] at) {
        double h = 1e-5 * (1 + Euclidean.norm(at) / Math.sqrt(Math.max(1, at.length)));
        return new HessianProducts() {
            @Override
            public double[] of(double[] v) {
                return difference(v, h);
            }

            @Override
            public double[] again(double[] v) {
                return difference(v, 2 * h);
            }

            private double[] difference(double[] v, double by) {
                double length = Euclidean.norm(v);
                double step = length == 0 ? by : by / length;
                double[] above = gradient.apply(shifted(at, v, step));
                double[] below = gradient.apply(shifted(at, v, -step));
                for (int i = 0; i < above.length; i++) {
                    above[i] = (above[i] - below[i]) / (2 * step);
                }
                return above;
            }
        };
    }

    private static double[] shifted(double[] at, double[] direction, double step) {
        double[] shifted = at.clone();
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] += step * direction[i];
        }
        return shifted;
    }

    /**
     * Exact but for rounding, forward over reverse (pearlmutter1994); about twice the cost of a gradient. On a kink, the Hessian of
     * the pieces that the slopes there belong to.
     *
     * @param pass at the points of the batch, all of whose stages are curved
     */
    static HessianProducts exact(Network network, ForwardPass pass, DataSet batch, Loss loss) {
        CurvedChain chain = pass.chain();
        double[] outputs = pass.value();
        double[] dy = loss.gradient(outputs, batch);
        int inputs = batch.size() * network.inputs();
        return new HessianProducts() {
            @Override
            public double[] of(double[] v) {
                List<double[]> moved = chain.moved(new double[inputs], v, 0);
                double[] ddy = loss.gradientMoved(outputs, moved.get(moved.size() - 1), batch);
                double[] product = new double[v.length];
                chain.backwardMoved(moved, v, dy, ddy, product, 0);
                return product;
            }

            @Override
            public double[] again(double[] v) {
                return of(v);
            }
        };
    }
}
