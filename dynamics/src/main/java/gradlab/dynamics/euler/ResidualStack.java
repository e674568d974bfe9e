package gradlab.dynamics.euler;

import gradlab.analysis.layer.Jacobian;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.layer.Part;
import gradlab.analysis.layer.Residual;
import gradlab.analysis.network.Network;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.survey.ResidualBranch;
import gradlab.dynamics.system.FlowSystem;
import gradlab.dynamics.system.Orbit;
import java.util.ArrayList;
import java.util.List;

/**
 * Residual layers x_(l+1) = x_l + h_l f_l(x_l) in the order of computation: Forward Euler's steps of x' = f(t, x), with f(t, .)
 * = f_l while t runs over the l-th step (haberruthotto2017).
 *
 * @param of what it was found in, for people
 * @param steps the layers, at least one
 */
public record ResidualStack(String of, List<ResidualStep> steps) {
    /** Copies the list. */
    public ResidualStack {
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("steps must hold at least one residual layer, held none");
        }
    }

    /** The generator A of x' = A x with the step h. */
    public static ResidualStack ofGenerator(DenseMatrix a, double h, double[] at) {
        VectorField field = VectorField.linear(a);
        return new ResidualStack(
                "x' = A x with the step " + h, List.of(ResidualStep.of("A", "generator", field, h, at)));
    }

    /** A layer matrix I + hA. */
    public static ResidualStack ofLayer(DenseMatrix layer, double h, double[] at) {
        DenseMatrix a = DenseMatrix.of(Operators.scaled(1 / h, Operators.shifted(layer, -1)));
        VectorField field = VectorField.linear(a);
        return new ResidualStack(
                "the layer I + hA with the step " + h,
                List.of(ResidualStep.of("(W - I)/h", "layer matrix", field, h, at)));
    }

    /**
     * Forward Euler's steps of a flow, each at the point that the true orbit has reached.
     *
     * @param h the step; the flow's stride is of that length
     * @param count how many
     * @throws gradlab.dynamics.system.OrbitException if the orbit leaves the numbers
     */
    public static ResidualStack of(FlowSystem flow, double[] from, double h, int count) {
        VectorField field = VectorField.of(flow);
        Orbit orbit = flow.withStride(h).orbit(from);
        List<ResidualStep> steps = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            double[] x = orbit.state();
            steps.add(new ResidualStep(
                    "step " + (k + 1),
                    "flow",
                    h,
                    field,
                    Vector.of(x),
                    field.jacobian().apply(x),
                    true,
                    k > 0));
            if (k + 1 < count) {
                orbit.advance();
            }
        }
        return new ResidualStack("the flow " + flow.name() + " along an orbit, with the step " + h, steps);
    }

    /** The residual layers found in a model. */
    public static List<ResidualStep> in(List<ResidualBranch> branches) {
        List<ResidualStep> steps = new ArrayList<>();
        for (ResidualBranch branch : branches) {
            steps.add(new ResidualStep(
                    branch.name(),
                    branch.kind(),
                    branch.step(),
                    new VectorField(branch.at().size(), branch.value(), branch.jacobianAt()),
                    branch.at(),
                    branch.jacobian(),
                    branch.differentiable(),
                    branch.continues()));
        }
        return steps;
    }

    /**
     * The residual layers of a network on the way of an input, the innermost where one lies in the branch of another; empty if
     * there are none. One with a negative h counts as a step of -f.
     */
    public static List<ResidualStep> in(Network network, double[] input) {
        Walk walk = new Walk();
        walk.through("", network.layers(), input);
        return walk.found;
    }

    private static final class Walk {
        private final List<ResidualStep> found = new ArrayList<>();
        private boolean adjoining;

        double[] through(String prefix, List<Part> parts, double[] input) {
            double[] x = input;
            for (Part part : parts) {
                x = through(prefix + part.name(), part.layer(), x);
            }
            return x;
        }

        private double[] through(String path, Layer layer, double[] x) {
            if (layer instanceof Residual residual && !holdsResidual(residual.branch()) && residual.step() != 0) {
                found.add(step(path, residual, x));
                adjoining = true;
                return layer.value(x);
            }
            if (holdsResidual(layer)) {
                double[] inside = through(path + "/", layer.parts(), x);
                if (!(layer instanceof Residual)) {
                    return inside;
                }
            }
            adjoining = false;
            return layer.value(x);
        }

        private ResidualStep step(String path, Residual residual, double[] x) {
            double h = residual.step();
            Layer f = h > 0
                    ? residual.branch()
                    : Layers.sequential(
                            residual.branch(),
                            Layers.dense(DenseMatrix.of(Operators.scaled(-1, Operators.identity(x.length)))));
            Jacobian jacobian = Jacobian.of(f, x);
            return new ResidualStep(
                    path,
                    String.valueOf(residual.branch()),
                    Math.abs(h),
                    VectorField.of(f, x.length),
                    Vector.of(x),
                    jacobian,
                    jacobian.differentiable(),
                    adjoining);
        }

        private static boolean holdsResidual(Layer layer) {
            return layer.parts().stream()
                    .map(Part::layer)
                    .anyMatch(part -> part instanceof Residual || holdsResidual(part));
        }
    }
}
