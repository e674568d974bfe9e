package gradlab.analysis.layer;

import gradlab.analysis.tensor.ScalarFunction;
import org.jspecify.annotations.Nullable;

/** A scalar function of each entry: y_i = f(x_i), with a diagonal Jacobian. Takes vectors of any length. */
public final class Pointwise implements Layer {
    private final String name;
    private final ScalarFunction function;

    private Pointwise(String name, ScalarFunction function) {
        this.name = name;
        this.function = function;
    }

    /**
     * The layer of this function.
     *
     * @param name what the layer is called
     */
    public static Pointwise of(String name, ScalarFunction function) {
        return new Pointwise(name, function);
    }

    @Override
    public int outputs(int inputs) {
        return inputs;
    }

    @Override
    public Linearisation at(double[] x, int batch) {
        return new At(x.clone(), batch, Checks.width(x, batch));
    }

    @Override
    public String toString() {
        return name;
    }

    private final class At implements Curved {
        private final double[] x;
        private final int batch;
        private final int width;
        private volatile double @Nullable [] slopes;

        At(double[] x, int batch, int width) {
            this.x = x;
            this.batch = batch;
            this.width = width;
        }

        @Override
        public int batch() {
            return batch;
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
            double[] y = new double[x.length];
            for (int i = 0; i < y.length; i++) {
                y[i] = function.value(x[i]);
            }
            return y;
        }

        @Override
        public double[] jvp(double[] dx) {
            Checks.length("dx", dx, x.length);
            double[] dy = new double[x.length];
            double[] known = slopes();
            for (int i = 0; i < dy.length; i++) {
                dy[i] = known[i] * dx[i];
            }
            return dy;
        }

        @Override
        public boolean isCurved() {
            return function.hasCurvature();
        }

        @Override
        public double[] moved(double[] dx, double[] direction, int offset) {
            return jvp(dx);
        }

        /** f'(x) ddy + f''(x) dx dy. */
        @Override
        public double[] backwardMoved(
                double[] dx, double[] direction, double[] dy, double[] ddy, double[] change, int offset) {
            double[] moved = jvp(ddy);
            for (int i = 0; i < moved.length; i++) {
                moved[i] += function.curvature(x[i]) * dx[i] * dy[i];
            }
            return moved;
        }

        /** Kept from the first time on: they take longer than the products. */
        private double[] slopes() {
            double[] known = slopes;
            if (known == null) {
                known = new double[x.length];
                for (int i = 0; i < known.length; i++) {
                    known[i] = function.slope(x[i]);
                }
                slopes = known;
            }
            return known;
        }

        @Override
        public double[] vjp(double[] dy) {
            return jvp(dy);
        }

        @Override
        public boolean differentiable() {
            for (double entry : x) {
                if (function.kink(entry)) {
                    return false;
                }
            }
            return true;
        }
    }
}
