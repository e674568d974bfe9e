package gradlab.analysis.layer;

import org.jspecify.annotations.Nullable;

/** Layer normalisation at a batch of points: the normalised rows and their factors r. */
final class LayerNormAt implements Linearisation {
    private static final double LARGE = 0x1p+400;

    private final double[] normalised;
    private final double[] factors;
    private final int width;
    private final double @Nullable [] affine;

    private LayerNormAt(double[] normalised, double[] factors, int width, double @Nullable [] affine) {
        this.normalised = normalised;
        this.factors = factors;
        this.width = width;
        this.affine = affine;
    }

    static LayerNormAt of(double[] x, int batch, double eps, double @Nullable [] affine) {
        int width = x.length / batch;
        double[] normalised = x.clone();
        double[] factors = new double[batch];
        for (int i = 0; i < batch; i++) {
            factors[i] = normalise(normalised, i * width, width, eps);
        }
        return new LayerNormAt(normalised, factors, width, affine);
    }

    /** Normalises a row in place and returns r. The mean is taken relative to the first entry: exact at constants. */
    private static double normalise(double[] x, int at, int width, double eps) {
        double scale = scale(x, at, width);
        double first = width == 0 ? 0 : x[at] * scale;
        double shift = 0;
        for (int j = at; j < at + width; j++) {
            x[j] = x[j] * scale - first;
            shift += x[j];
        }
        shift /= width;
        double variance = 0;
        for (int j = at; j < at + width; j++) {
            x[j] -= shift;
            variance += x[j] * x[j];
        }
        variance /= width;
        // A variance of 0: every centred entry is 0 or so small that its square is.
        double factor = variance == 0 ? 1 / Math.sqrt(eps) : 1 / Math.sqrt(variance + eps * scale * scale) * scale;
        for (int j = at; j < at + width; j++) {
            x[j] = x[j] / scale * factor;
        }
        return factor;
    }

    /** A power of two that brings huge rows near 1; 1 for all others. */
    private static double scale(double[] x, int at, int width) {
        double largest = 0;
        for (int j = at; j < at + width; j++) {
            largest = Math.max(largest, Math.abs(x[j]));
        }
        return largest > LARGE && largest < Double.POSITIVE_INFINITY
                ? Math.scalb(1.0, -Math.getExponent(largest) - 2)
                : 1;
    }

    @Override
    public int batch() {
        return factors.length;
    }

    @Override
    public int inputs() {
        return width;
    }

    @Override
    public int outputs() {
        return width;
    }

    @Override
    public double[] value() {
        double[] y = gained(normalised);
        for (int i = 0; affine != null && i < y.length; i++) {
            y[i] += affine[width + i % width];
        }
        return y;
    }

    /** Each row times gamma, in a new array. */
    private double[] gained(double[] rows) {
        double[] gained = rows.clone();
        for (int i = 0; affine != null && i < gained.length; i++) {
            gained[i] *= affine[i % width];
        }
        return gained;
    }

    /** The symmetric Jacobian {@code r (I - 11'/n - xhat xhat'/n)} times each row, in a new array. */
    private double[] core(double[] rows) {
        double[] result = rows.clone();
        for (int row = 0; row < result.length; row += width) {
            double mean = 0;
            for (int j = row; j < row + width; j++) {
                mean += rows[j];
            }
            mean /= width;
            double along = 0;
            for (int j = row; j < row + width; j++) {
                result[j] -= mean;
                along += normalised[j] * result[j];
            }
            along /= width;
            for (int j = row; j < row + width; j++) {
                result[j] = factors[row / width] * (result[j] - normalised[j] * along);
            }
        }
        return result;
    }

    @Override
    public double[] jvp(double[] dx) {
        Checks.length("dx", dx, normalised.length);
        return gained(core(dx));
    }

    @Override
    public double[] vjp(double[] dy) {
        Checks.length("dy", dy, normalised.length);
        return core(gained(dy));
    }

    @Override
    public double[] backward(double[] dy, double[] gradient, int offset) {
        for (int i = 0; affine != null && i < dy.length; i++) {
            gradient[offset + i % width] += dy[i] * normalised[i];
            gradient[offset + width + i % width] += dy[i];
        }
        return vjp(dy);
    }
}
