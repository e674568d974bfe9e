package gradlab.analysis.layer;

import gradlab.analysis.spectrum.Euclidean;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code y = x + a f(x)} with a trained number a, as ReZero has it (bachlechner2021). Parameters: those of f, which is its part
 * {@code branch}, then a.
 */
public final class GatedResidual implements Layer {
    private final Layer branch;
    private final double gate;

    private GatedResidual(Layer branch, double gate) {
        this.branch = branch;
        this.gate = gate;
    }

    /** A residual of this branch and number. */
    public static GatedResidual of(Layer branch, double gate) {
        return new GatedResidual(branch, gate);
    }

    @Override
    public int outputs(int inputs) {
        int outputs = branch.outputs(inputs);
        if (outputs != inputs) {
            throw new IllegalArgumentException(
                    "the branch of a residual layer must keep the length " + inputs + ", but gives " + outputs);
        }
        return outputs;
    }

    @Override
    public List<ParameterBlock> parameterBlocks() {
        List<ParameterBlock> blocks = new ArrayList<>();
        branch.parameterBlocks().forEach(b -> blocks.add(b.within("branch")));
        blocks.add(ParameterBlock.of("gate"));
        return blocks;
    }

    @Override
    public double[] parameters() {
        double[] all = java.util.Arrays.copyOf(branch.parameters(), branch.parameterCount() + 1);
        all[all.length - 1] = gate;
        return all;
    }

    @Override
    public Layer withParameters(double[] parameters) {
        Checks.length("parameters", parameters, branch.parameterCount() + 1);
        int last = parameters.length - 1;
        return of(branch.withParameters(java.util.Arrays.copyOf(parameters, last)), parameters[last]);
    }

    /** The branch's parameters come first, so that they stand where {@code parts} promises. */
    @Override
    public List<Part> parts() {
        return List.of(new Part("branch", branch));
    }

    @Override
    public Linearisation at(double[] x, int batch) {
        outputs(Checks.width(x, batch));
        return new At(new Residual(branch, gate).at(x, batch), branch.parameterCount());
    }

    @Override
    public String toString() {
        return "residual(" + branch + ", trained " + gate + ")";
    }

    /** The residual with a fixed number, and the gradient by that number. */
    private record At(Linearisation inner, int place) implements WrappedLinearisation {
        @Override
        public double[] backward(double[] dy, double[] gradient, int offset) {
            double[] change = inner.parts().get(0).value();
            gradient[offset + place] += Euclidean.dot(dy, change);
            return inner.backward(dy, gradient, offset);
        }
    }
}
