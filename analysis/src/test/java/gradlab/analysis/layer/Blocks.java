package gradlab.analysis.layer;

import gradlab.analysis.block.Affine;
import gradlab.analysis.block.Attention;
import gradlab.analysis.block.AveragePooling;
import gradlab.analysis.block.BatchNormalisation;
import gradlab.analysis.block.Block;
import gradlab.analysis.block.CellOfBoth;
import gradlab.analysis.block.CellOfState;
import gradlab.analysis.block.ChannelMixing;
import gradlab.analysis.block.Convolution;
import gradlab.analysis.block.Coupling;
import gradlab.analysis.block.CrossEntropy;
import gradlab.analysis.block.Dropout;
import gradlab.analysis.block.Entrywise;
import gradlab.analysis.block.EntrywiseWith;
import gradlab.analysis.block.FrozenBatchNormalisation;
import gradlab.analysis.block.GruCell;
import gradlab.analysis.block.InSequence;
import gradlab.analysis.block.LayerNormalisation;
import gradlab.analysis.block.LstmCell;
import gradlab.analysis.block.MaxPooling;
import gradlab.analysis.block.MeanSquaredError;
import gradlab.analysis.block.Offset;
import gradlab.analysis.block.Parameter;
import gradlab.analysis.block.PlanarFlow;
import gradlab.analysis.block.Probabilities;
import gradlab.analysis.block.RmsNormalisation;
import gradlab.analysis.block.RnnCell;
import gradlab.analysis.block.Rotary;
import gradlab.analysis.block.Skip;
import gradlab.analysis.block.Summary;
import gradlab.analysis.block.Swapped;
import gradlab.analysis.block.Unrolled;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.tensor.Activations;
import gradlab.analysis.tensor.Exponentials;
import gradlab.analysis.tensor.GaussianUnits;
import gradlab.analysis.tensor.Hyperbolic;
import gradlab.analysis.tensor.Padding;
import gradlab.analysis.tensor.Patches;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.SmoothUnits;
import gradlab.analysis.tensor.UnaryFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** The table of blocks that the laws of layers are held against. A new block is a new line. */
final class Blocks {
    private Blocks() {}

    static Stream<Arguments> lines() {
        Patches strided = new Patches(List.of(3), List.of(2), List.of(2), List.of(1), List.of(2));
        Patches square = new Patches(List.of(2, 3), List.of(1, 2), List.of(1, 1), List.of(0, 1), List.of(1, 1));
        Patches halves = new Patches(List.of(2), List.of(2), List.of(1), List.of(0), List.of(0));
        Patches overlapping = new Patches(List.of(2, 2), List.of(1, 1), List.of(1, 1), List.of(1, 0), List.of(0, 1));
        Patches around = new Patches(List.of(2, 2), List.of(1, 1), List.of(1, 1), List.of(1, 1), List.of(1, 1));
        Block mlp = InSequence.of(new Affine(2, 3, true), new Entrywise(Hyperbolic.TANH), new Affine(3, 2, false));
        RnnCell rnn = new RnnCell(2, 3, Hyperbolic.TANH);
        return Stream.of(
                line("affine", new Affine(4, 3, true), 4),
                line("swapped", new Swapped(2, 3), 6),
                line("last of a sequence", new Summary(3, 2, Summary.Kind.LAST), 6),
                line("mean of rows", new Summary(3, 2, Summary.Kind.MEAN_OF_ROWS), 6),
                line("mean of columns", new Summary(3, 2, Summary.Kind.MEAN_OF_COLUMNS), 6),
                line("offset", new Offset(4), 4),
                line("conv1d zero", Convolution.centred(Shape.of(3), Shape.of(6), Padding.ZERO), 6),
                line("conv1d circular", Convolution.centred(Shape.of(4), Shape.of(6), Padding.CIRCULAR), 6),
                line("conv2d", Convolution.centred(Shape.of(3, 2), Shape.of(3, 4), Padding.CIRCULAR), 12),
                line("conv1d strided", new Convolution(Shape.of(4, 7), 6, 2, strided, Padding.ZERO, true), 28),
                line("conv2d strided", new Convolution(Shape.of(2, 3, 4), 3, 1, square, Padding.REFLECT, true), 24),
                line("avgpool", new AveragePooling(Shape.of(2, 6), halves, true), 12),
                line("avgpool padded", new AveragePooling(Shape.of(1, 3, 3), overlapping, false), 9),
                line("avgpool counted", new AveragePooling(Shape.of(1, 3, 3), around, true), 9),
                line("avgpool inside", new AveragePooling(Shape.of(1, 3, 3), around, false), 9),
                line("maxpool", new MaxPooling(Shape.of(2, 6), halves), 12),
                line("maxpool padded", new MaxPooling(Shape.of(1, 3, 3), overlapping), 9),
                line("maxpool around", new MaxPooling(Shape.of(1, 3, 3), around), 9),
                line("relu", Activations.RELU),
                line("leaky_relu", EntrywiseWith.leakyRelu(), 6),
                line("elu", EntrywiseWith.elu(), 6),
                line("tanh", Hyperbolic.TANH),
                line("sigmoid", Activations.SIGMOID),
                line("softplus", Exponentials.SOFTPLUS),
                line("selu", Activations.SELU),
                line("gelu", GaussianUnits.GELU),
                line("gelu_tanh", SmoothUnits.GELU_TANH),
                line("silu", SmoothUnits.SILU),
                line("hard_swish", Activations.HARD_SWISH),
                line("mish", SmoothUnits.MISH),
                line("softmax", Probabilities.SOFTMAX, 6),
                line("logsoftmax", Probabilities.LOG_SOFTMAX, 6),
                line("layernorm", new LayerNormalisation(2, 3, true), 6),
                line("rmsnorm", new RmsNormalisation(2, 3, true), 6),
                line("batchnorm", new BatchNormalisation(4, 2, 3, true), 24),
                line("batchnorm of scalars", new BatchNormalisation(5, 1, 1, false), 5),
                line("batchnorm frozen", new FrozenBatchNormalisation(2, 3), 6),
                line("residual", new Skip(mlp), 2),
                line("attention", Attention.single(3, 4, 2, 3), 12),
                line("attention of heads", new Attention(3, 4, 2, 3, 2, true, false, true, true), 12),
                line("attention of the framework", new Attention(3, 4, 2, 2, 2, true, false, true, true), 12),
                line("attention causal", new Attention(3, 2, 1, 2, 2, false, true, true, false), 6),
                line("rotary", new Rotary(4, List.of(3, 100)), 8),
                line("dropout", new Dropout(5), 5),
                line("rnn of state", new CellOfState(rnn), 3),
                line("rnn", new CellOfBoth(rnn), 5),
                line("rnn unrolled", new Unrolled(rnn, 3, true), 6),
                line("lstm of state", new CellOfState(new LstmCell(2, 3)), 6),
                line("lstm", new CellOfBoth(new LstmCell(2, 3)), 8),
                line("lstm unrolled", new Unrolled(new LstmCell(2, 3), 4, false), 8),
                line("gru of state", new CellOfState(new GruCell(2, 3)), 3),
                line("gru", new CellOfBoth(new GruCell(2, 3)), 5),
                line("gru unrolled", new Unrolled(new GruCell(2, 3), 3, true), 6),
                line("affine coupling", new Coupling(2, Optional.of(mlp), mlp), 4),
                line("additive coupling", new Coupling(2, Optional.empty(), mlp), 4),
                line("planar flow", new PlanarFlow(4), 4),
                line("invertible 1x1", new ChannelMixing(3, 4), 12),
                line("cross-entropy", new CrossEntropy(5), 5),
                line("mean squared error", new MeanSquaredError(5), 5));
    }

    private static Arguments line(String name, UnaryFunction function) {
        return line(name, new Entrywise(function), 6);
    }

    private static Arguments line(String name, Block block, int inputs) {
        return Arguments.of(name + " as a block", layer(block), inputs);
    }

    /** The block with drawn values; given parameters are between 0.2 and 0.8, as variances, masks and rates may be. */
    static BlockLayer layer(Block block) {
        List<Vector> values = new ArrayList<>();
        for (Parameter parameter : block.parameters()) {
            double[] value = RandomStream.of(values.size() + 11, parameter.name())
                    .gaussians(parameter.shape().size());
            for (int i = 0; i < value.length && !parameter.trained(); i++) {
                value[i] = 0.5 + 0.3 * Math.sin(value[i]);
            }
            values.add(Vector.of(value));
        }
        return BlockLayer.of(block, values);
    }
}
