package gradlab.dynamics.blueprint;

import gradlab.analysis.layer.GatedResidual;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.tensor.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code x + step * branch(x)}; with ReZero the step is trained and starts at 0.
 *
 * @param branch the layers of the branch in order
 * @param step the factor of the branch
 * @param gated whether the step is trained
 */
public record ResidualSpec(List<LayerSpec> branch, double step, boolean gated) implements LayerSpec {
    /** Copies the branch and checks the step. */
    public ResidualSpec {
        branch = List.copyOf(branch);
        if (!Double.isFinite(step)) {
            throw new IllegalArgumentException("step must be finite, was " + step);
        }
    }

    @Override
    public Shape outputs(Shape inputs) {
        return inputs;
    }

    @Override
    public int size() {
        return branch.stream().mapToInt(LayerSpec::size).sum();
    }

    @Override
    public boolean weighted() {
        return branch.stream().anyMatch(LayerSpec::weighted);
    }

    @Override
    public long parameters(Shape inputs) {
        return LayerSpecs.parameters(branch, inputs) + (gated ? 1 : 0);
    }

    @Override
    public long activations(Shape inputs) {
        return inputs.size() + LayerSpecs.activations(branch, inputs);
    }

    @Override
    public Layer build(Shape inputs, Site site) {
        Site inside = site.named("branch");
        List<Layer> layers = new ArrayList<>(branch.size());
        Shape shape = inputs;
        for (int i = 0; i < branch.size(); i++) {
            layers.add(branch.get(i).build(shape, inside.numbered(i + 1).scaled(factor(i, site))));
            shape = branch.get(i).outputs(shape);
        }
        Layer inner = Layers.sequential(layers);
        return gated ? GatedResidual.of(inner, site.constant(1, step)[0]) : Layers.residual(inner, step);
    }

    /** What Fixup multiplies the weights of layer i of the branch by. */
    private double factor(int i, Site site) {
        if (site.start().residual() != Start.ResidualScaling.FIXUP || site.residuals() == 0) {
            return 1;
        }
        long weighted = branch.stream().filter(LayerSpec::weighted).count();
        boolean last = branch.subList(i + 1, branch.size()).stream().noneMatch(LayerSpec::weighted);
        return last ? 0 : StrictMath.pow(site.residuals(), -1.0 / (2 * weighted - 2));
    }
}
