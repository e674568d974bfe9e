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
        branch.parameterBlocks()
                .forEach(b -> blocks.add(new ParameterBlock("branch/" + b.name(), b.rows(), b.columns())));
        blocks.add(new ParameterBlock("gate", 1, 1));
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
        Linearisation at = branch.at(x, batch);
        return new At(x.clone(), at, at.value(), gate, branch.parameterCount());
    }

    @Override
    public String toString() {
        return "residual(" + branch + ", trained " + gate + ")";
    }

    private static final class At implements Linearisation {
        private final double[] x;
        private final Linearisation branch;
        private final double[] change;
        private final double gate;
        private final int place;

        At(double[] x, Linearisation branch, double[] change, double gate, int place) {
            this.x = x;
            this.branch = branch;
            this.change = change;
            this.gate = gate;
            this.place = place;
        }

        @Override
        public int batch() {
            return branch.batch();
        }

        @Override
        public int inputs() {
            return branch.inputs();
        }

        @Override
        public int outputs() {
            return branch.outputs();
        }

        @Override
        public List<Linearisation> parts() {
            return List.of(branch);
        }

        @Override
        public double[] value() {
            return plus(x, change);
        }

        @Override
        public double[] jvp(double[] dx) {
            return plus(dx, branch.jvp(dx));
        }

        @Override
        public double[] vjp(double[] dy) {
            return sum(dy, branch.vjp(scaled(dy)));
        }

        @Override
        public double[] backward(double[] dy, double[] gradient, int offset) {
            gradient[offset + place] += Euclidean.dot(dy, change);
            return sum(dy, branch.backward(scaled(dy), gradient, offset));
        }

        private double[] scaled(double[] dy) {
            double[] scaled = dy.clone();
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] *= gate;
            }
            return scaled;
        }

        private static double[] sum(double[] a, double[] b) {
            for (int i = 0; i < b.length; i++) {
                b[i] += a[i];
            }
            return b;
        }

        private double[] plus(double[] a, double[] b) {
            double[] sum = new double[a.length];
            for (int i = 0; i < sum.length; i++) {
                sum[i] = a[i] + gate * b[i];
            }
            return sum;
        }
    }
}
