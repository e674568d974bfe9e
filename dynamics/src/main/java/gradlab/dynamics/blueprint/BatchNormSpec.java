package gradlab.dynamics.blueprint;

import gradlab.analysis.block.BatchNormalisation;
import gradlab.analysis.block.FrozenBatchNormalisation;
import gradlab.analysis.layer.BlockLayer;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Linearisation;
import gradlab.analysis.layer.ParameterBlock;
import gradlab.analysis.layer.Regrouped;
import gradlab.analysis.layer.WrappedLinearisation;
import gradlab.analysis.tensor.Shape;
import java.util.Arrays;
import java.util.List;

/**
 * Batch normalisation of each entry of a vector or of a step of a sequence, or of each channel of an image: in training by the
 * statistics of the batch, in inference by running means of these (of the variance over n - 1), which every training step
 * moves by {@code momentum} towards those of its batch.
 *
 * @param eps what is added to the variance
 * @param affine whether there are a trained gain (from 1) and bias (from 0)
 * @param momentum of the running statistics, which start at 0 and 1
 */
public record BatchNormSpec(double eps, boolean affine, double momentum) implements LayerSpec {
    @Override
    public Shape outputs(Shape inputs) {
        return inputs;
    }

    private static int channels(Shape inputs) {
        return inputs.rank() == 2 ? inputs.length(1) : inputs.length(0);
    }

    @Override
    public long parameters(Shape inputs) {
        return affine ? 2L * channels(inputs) : 0;
    }

    @Override
    public Layer build(Shape inputs, Site site) {
        int channels = channels(inputs);
        int portions = inputs.rank() == 2 ? inputs.length(0) : 1;
        int positions = inputs.rank() == 2 ? 1 : inputs.size() / channels;
        double[] gamma = affine ? site.constant(channels, 1) : filled(channels, 1);
        double[] beta = affine ? site.constant(channels, 0) : new double[channels];
        Running running = new Running(site, channels, momentum);
        if (site.mode().batch().isEmpty()) {
            FrozenBatchNormalisation block = new FrozenBatchNormalisation(channels, positions);
            double[] epsilon = {eps};
            Layer frozen = BlockLayer.of(block, epsilon, gamma, beta, running.mean(), running.variance());
            Layer each = portions > 1 ? Regrouped.each(frozen, portions) : frozen;
            return site.finished(affine ? each : new Untrained(each));
        }
        int samples = site.mode().batch().orElseThrow() * portions;
        BatchNormalisation block = new BatchNormalisation(samples, channels, positions, affine);
        double[] epsilon = {eps};
        BlockLayer layer = affine ? BlockLayer.of(block, epsilon, gamma, beta) : BlockLayer.of(block, epsilon);
        Layer whole = Regrouped.whole(layer, site.mode().batch().orElseThrow());
        return site.finished(site.mode().observing() ? new Observed(whole, running, positions) : whole);
    }

    private static double[] filled(int count, double value) {
        double[] all = new double[count];
        Arrays.fill(all, value);
        return all;
    }

    /** The running statistics of one layer. */
    private record Running(Site site, int channels, double momentum) {
        double[] mean() {
            return find("/mean", 0);
        }

        double[] variance() {
            return find("/variance", 1);
        }

        private double[] find(String name, double start) {
            return site.mode().buffers().find(site.path() + name).orElseGet(() -> filled(channels, start));
        }

        void observe(double[] x, int positions) {
            double[] mean = mean().clone();
            double[] variance = variance().clone();
            int each = x.length / channels;
            for (int c = 0; c < channels; c++) {
                double sum = 0;
                for (int i = 0; i < each; i++) {
                    sum += at(x, c, i, positions);
                }
                double centre = sum / each;
                double squares = 0;
                for (int i = 0; i < each; i++) {
                    double off = at(x, c, i, positions) - centre;
                    squares += off * off;
                }
                mean[c] += momentum * (centre - mean[c]);
                variance[c] += momentum * (squares / Math.max(1, each - 1) - variance[c]);
            }
            site.mode().buffers().put(site.path() + "/mean", mean);
            site.mode().buffers().put(site.path() + "/variance", variance);
        }

        /** Number i, sample by sample, of a channel. */
        private double at(double[] x, int channel, int i, int positions) {
            return x[(i / positions * channels + channel) * positions + i % positions];
        }
    }

    /** Tells the running statistics of every batch. */
    private record Observed(Layer inner, Running running, int positions) implements Layer {
        @Override
        public int outputs(int inputs) {
            return inner.outputs(inputs);
        }

        @Override
        public List<ParameterBlock> parameterBlocks() {
            return inner.parameterBlocks();
        }

        @Override
        public double[] parameters() {
            return inner.parameters();
        }

        @Override
        public Linearisation at(double[] x, int batch) {
            running.observe(x, positions);
            return inner.at(x, batch);
        }
    }

    /** A layer whose parameters are not trained. */
    private record Untrained(Layer inner) implements Layer {
        @Override
        public int outputs(int inputs) {
            return inner.outputs(inputs);
        }

        @Override
        public Linearisation at(double[] x, int batch) {
            return new Fixed(inner.at(x, batch));
        }

        /** Adds to no gradient. */
        private record Fixed(Linearisation inner) implements WrappedLinearisation {
            @Override
            public double[] backward(double[] dy, double[] gradient, int offset) {
                return inner.vjp(dy);
            }
        }
    }
}
