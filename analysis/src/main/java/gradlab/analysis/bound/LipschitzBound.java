package gradlab.analysis.bound;

import gradlab.analysis.interval.Interval;
import gradlab.analysis.interval.IntervalMatrix;
import gradlab.analysis.interval.SpectralNormEnclosure;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Vector;
import java.util.List;

/**
 * Proved upper bounds of the Lipschitz constant (2-norm, over all inputs) of a network of dense layers with an activation
 * function between them: W1, activation, W2, activation, ..., with or without an activation at the end; biases do not matter.
 *
 * <p>{@code product}: the certified norms of the weights times the steepest slopes. {@code tight}: at most that, by the layer-wise
 * quadratic form of {@link LayerwiseBound}, which sees how one layer's directions meet the next one's; evaluated in
 * interval arithmetic, so neither is ever below the truth, whatever the rounding. Cost: for widths n about 50 n³ a layer in doubled
 * precision.
 *
 * @param product the product of the layers' bounds
 * @param tight the smaller of {@code product} and the layer-wise bound
 * @param norms an upper bound of the norm of each weight matrix, in order
 */
public record LipschitzBound(double product, double tight, Vector norms) {
    /**
     * The bounds of a network.
     *
     * @param weights at least one, each with as many columns as the one before has rows, finite
     * @param slopes of the activation behind each weight matrix, as many as those or one fewer
     */
    public static LipschitzBound of(List<DenseMatrix> weights, List<Slopes> slopes) {
        check(weights, slopes);
        double[] norms = new double[weights.size()];
        Interval product = Interval.ONE;
        for (int i = 0; i < norms.length; i++) {
            DenseMatrix w = weights.get(i);
            norms[i] = SpectralNormEnclosure.of(IntervalMatrix.of(w.rows(), w.columns(), w.toArray()))
                    .upper();
            product = product.multiply(upTo(norms[i]));
            product = i < slopes.size() ? product.multiply(upTo(slopes.get(i).steepest())) : product;
        }
        boolean isZero = product.upper() == 0;
        double layerwise = isZero ? 0 : LayerwiseBound.of(weights, slopes);
        return new LipschitzBound(product.upper(), Math.min(product.upper(), layerwise), Vector.of(norms));
    }

    private static Interval upTo(double bound) {
        return Interval.of(0, bound);
    }

    private static void check(List<DenseMatrix> weights, List<Slopes> slopes) {
        if (weights.isEmpty() || slopes.size() > weights.size() || slopes.size() < weights.size() - 1) {
            throw new IllegalArgumentException("slopes must be as many as weights or one fewer, were " + slopes.size()
                    + " for " + weights.size() + " weights (at least one)");
        }
        for (int i = 1; i < weights.size(); i++) {
            if (weights.get(i).columns() != weights.get(i - 1).rows()) {
                throw new IllegalArgumentException("weights[" + i + "] must have "
                        + weights.get(i - 1).rows() + " columns, had "
                        + weights.get(i).columns());
            }
        }
    }
}
