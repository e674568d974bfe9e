package gradlab.dynamics.blueprint;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.block.InSequence;
import gradlab.analysis.block.Offset;
import gradlab.analysis.block.Summary;
import gradlab.analysis.layer.BlockLayer;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.tensor.Shape;

/**
 * A layer without numbers of its own to choose.
 *
 * @param kind which
 */
public record SimpleSpec(Kind kind) implements LayerSpec {
    /** The layers. */
    public enum Kind {
        /** Anything as one vector. */
        FLATTEN,
        /** The last step of a sequence. */
        LAST,
        /** The mean over the steps of a sequence, or over the places of an image. */
        MEAN,
        /** A trained vector added to each step of a sequence; it starts at N(0, 0.02²). */
        POSITION
    }

    private static final double POSITION_DEVIATION = 0.02;

    @Override
    public Shape outputs(Shape inputs) {
        if (kind == Kind.FLATTEN) {
            return Shape.of(inputs.size());
        }
        if (inputs.rank() == 2 || (kind == Kind.MEAN && inputs.rank() == 3)) {
            return kind == Kind.POSITION ? inputs : Shape.of(inputs.length(inputs.rank() == 2 ? 1 : 0));
        }
        throw new ShapeException(
                kind.name().toLowerCase(java.util.Locale.ROOT) + " on shape " + inputs, "a sequence [steps, width]");
    }

    @Override
    public long parameters(Shape inputs) {
        return kind == Kind.POSITION ? inputs.size() : 0;
    }

    @Override
    public Layer build(Shape inputs, Site site) {
        return site.finished(
                switch (kind) {
                    case FLATTEN -> BlockLayer.of(InSequence.of());
                    case LAST -> BlockLayer.of(new Summary(inputs.length(0), inputs.length(1), Summary.Kind.LAST));
                    case MEAN -> BlockLayer.of(mean(inputs));
                    case POSITION -> BlockLayer.of(new Offset(inputs.size()), position(inputs, site));
                });
    }

    private static Summary mean(Shape inputs) {
        return inputs.rank() == 2
                ? new Summary(inputs.length(0), inputs.length(1), Summary.Kind.MEAN_OF_ROWS)
                : new Summary(inputs.length(0), inputs.size() / inputs.length(0), Summary.Kind.MEAN_OF_COLUMNS);
    }

    private static double[] position(Shape inputs, Site site) {
        return site.take(inputs.size(), () -> {
            double[] drawn = site.random().split("position").gaussians(inputs.size());
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] *= POSITION_DEVIATION;
            }
            return drawn;
        });
    }
}
