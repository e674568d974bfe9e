package gradlab.dynamics.blueprint;

import gradlab.analysis.arithmetic.FloatFormat;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.network.Initialisation;
import gradlab.analysis.random.RandomStream;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Where a layer is built: its path, its part of the random stream, and where its weights come from. They are drawn, or, in a
 * network that has them, taken in the same order from one array.
 */
public final class Site {
    private final Common common;
    private final String path;
    private final RandomStream random;
    private final double factor;

    private Site(Common common, String path, RandomStream random, double factor) {
        this.common = common;
        this.path = path;
        this.random = random;
        this.factor = factor;
    }

    /** A site whose weights are drawn. */
    static Site drawing(Start start, RandomStream random, int residuals) {
        return new Site(new Common(start, Mode.plain(), residuals, new double[0], true), "", random, 1);
    }

    /** A site whose weights are there, all layers' one after another. */
    static Site holding(Start start, Mode mode, double[] weights) {
        return new Site(new Common(start, mode, 0, weights, false), "", mode.random(), 1);
    }

    /** What all sites of a network share; the place among the weights moves on. */
    private static final class Common {
        private final Start start;
        private final Mode mode;
        private final int residuals;
        private final double[] weights;
        private final boolean drawing;
        private int place;

        Common(Start start, Mode mode, int residuals, double[] weights, boolean drawing) {
            this.start = start;
            this.mode = mode;
            this.residuals = residuals;
            this.weights = weights;
            this.drawing = drawing;
        }
    }

    /** Layer number {@code number}, from 1, of this one. */
    Site numbered(int number) {
        return new Site(common, join("layer" + number), random.split(number), factor);
    }

    Site named(String name) {
        return new Site(common, join(name), random.split(name), factor);
    }

    private String join(String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }

    /** The same site where every drawn weight is multiplied by a number. */
    Site scaled(double by) {
        return new Site(common, path, random, factor * by);
    }

    String path() {
        return path;
    }

    Mode mode() {
        return common.mode;
    }

    Start start() {
        return common.start;
    }

    /** How many residual layers the network has; known while drawing. */
    int residuals() {
        return common.residuals;
    }

    /** The stream of this site for what is drawn anew at every step. */
    RandomStream random() {
        return random;
    }

    /** A matrix by the network's scheme. */
    double[] matrix(String name, int rows, int columns) {
        return matrix(name, rows, columns, common.start.weights());
    }

    double[] matrix(String name, int rows, int columns, Initialisation initialisation) {
        return take(Math.multiplyExact(rows, columns), () -> {
            double[] drawn =
                    initialisation.weight(rows, columns, random.split(name)).toArray();
            for (int i = 0; factor != 1 && i < drawn.length; i++) {
                drawn[i] *= factor;
            }
            return drawn;
        });
    }

    /** Blocks of equal shape below each other, each drawn by itself. */
    double[] stacked(String name, int blocks, int rows, int columns, Initialisation initialisation) {
        double[] all = new double[blocks * rows * columns];
        for (int i = 0; i < blocks; i++) {
            double[] block = matrix(name + i, rows, columns, initialisation);
            System.arraycopy(block, 0, all, i * block.length, block.length);
        }
        return all;
    }

    /** Standard normal numbers. */
    double[] gaussians(String name, int count) {
        return take(count, () -> random.split(name).gaussians(count));
    }

    double[] constant(int count, double value) {
        return take(count, () -> {
            double[] all = new double[count];
            Arrays.fill(all, value);
            return all;
        });
    }

    double[] take(int count, Supplier<double[]> drawn) {
        if (common.drawing) {
            return drawn.get();
        }
        double[] taken = Arrays.copyOfRange(common.weights, common.place, common.place + count);
        common.place += count;
        return common.mode.format() == FloatFormat.BINARY64 ? taken : RoundedLayer.rounded(taken, common.mode.format());
    }

    /** A simple layer as this pass wants it. */
    Layer finished(Layer layer) {
        return common.mode.format() == FloatFormat.BINARY64 ? layer : new RoundedLayer(layer, common.mode.format());
    }
}
