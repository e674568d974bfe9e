package gradlab.dynamics.blueprint;

import gradlab.analysis.block.Entrywise;
import gradlab.analysis.block.EntrywiseWith;
import gradlab.analysis.layer.BlockLayer;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.tensor.Activations;
import gradlab.analysis.tensor.GaussianUnits;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.SmoothUnits;
import java.util.Locale;

/**
 * A function of each entry.
 *
 * @param kind which
 * @param number the slope of a leaky ReLU at negative inputs, or the alpha of an ELU; 0 for the others
 */
public record ActivationSpec(Kind kind, double number) implements LayerSpec {
    /** The functions. */
    public enum Kind {
        /** max(x, 0). */
        RELU,
        /** x or a times x. */
        LEAKY_RELU,
        /** x or alpha (e^x - 1). */
        ELU,
        /** tanh x. */
        TANH,
        /** 1/(1 + exp(-x)). */
        SIGMOID,
        /** x times the normal distribution function. */
        GELU,
        /** x sigmoid x. */
        SILU,
        /** x tanh(ln(1 + e^x)). */
        MISH,
        /** x/(1 + |x|). */
        SOFTSIGN,
        /** The scaled ELU. */
        SELU,
        /** x min(max(x + 3, 0), 6)/6. */
        HARD_SWISH;

        /** Its name in a file. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether it comes with a number. */
        boolean numbered() {
            return this == LEAKY_RELU || this == ELU;
        }
    }

    @Override
    public Shape outputs(Shape inputs) {
        return inputs;
    }

    @Override
    public long parameters(Shape inputs) {
        return 0;
    }

    @Override
    public Layer build(Shape inputs, Site site) {
        return site.finished(layer());
    }

    private Layer layer() {
        return switch (kind) {
            case RELU -> Layers.relu();
            case LEAKY_RELU -> Layers.leakyRelu(number);
            case TANH -> Layers.tanh();
            case SIGMOID -> Layers.sigmoid();
            case ELU -> BlockLayer.of(EntrywiseWith.elu(), new double[] {number});
            case GELU -> BlockLayer.of(new Entrywise(GaussianUnits.GELU));
            case SILU -> BlockLayer.of(new Entrywise(SmoothUnits.SILU));
            case MISH -> BlockLayer.of(new Entrywise(SmoothUnits.MISH));
            case SOFTSIGN -> BlockLayer.of(new Entrywise(Activations.SOFTSIGN));
            case SELU -> BlockLayer.of(new Entrywise(Activations.SELU));
            case HARD_SWISH -> BlockLayer.of(new Entrywise(Activations.HARD_SWISH));
        };
    }
}
