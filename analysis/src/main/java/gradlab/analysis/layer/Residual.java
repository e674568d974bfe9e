package gradlab.analysis.layer;

import java.util.List;

/** The residual layer {@code y = x + h f(x)}, a Forward Euler step of size h; its part is called {@code branch}. */
public final class Residual implements Layer {
    private final Layer branch;
    private final double h;

    Residual(Layer branch, double h) {
        this.branch = branch;
        this.h = Checks.finite("h", h);
    }

    /** f. */
    public Layer branch() {
        return branch;
    }

    /** h. */
    public double step() {
        return h;
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
        return branch.parameterBlocks().stream()
                .map(block -> block.within("branch"))
                .toList();
    }

    @Override
    public double[] parameters() {
        return branch.parameters();
    }

    @Override
    public Layer withParameters(double[] parameters) {
        return new Residual(branch.withParameters(parameters), h);
    }

    @Override
    public List<Part> parts() {
        return List.of(new Part("branch", branch));
    }

    @Override
    public Linearisation at(double[] x, int batch) {
        outputs(Checks.width(x, batch));
        return new At(x.clone(), branch.at(x, batch), h);
    }

    @Override
    public String toString() {
        return "residual(" + branch + ", " + h + ")";
    }

    private static final class At implements Curved {
        private final double[] x;
        private final Linearisation branch;
        private final double h;

        At(double[] x, Linearisation branch, double h) {
            this.x = x;
            this.branch = branch;
            this.h = h;
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
            return plus(x, branch.value());
        }

        @Override
        public double[] jvp(double[] dx) {
            return plus(dx, branch.jvp(dx));
        }

        @Override
        public double[] vjp(double[] dy) {
            return added(dy, branch.vjp(scaled(dy)));
        }

        @Override
        public double[] backward(double[] dy, double[] gradient, int offset) {
            return added(dy, branch.backward(scaled(dy), gradient, offset));
        }

        @Override
        public boolean isCurved() {
            return Curved.is(branch);
        }

        @Override
        public double[] moved(double[] dx, double[] direction, int offset) {
            return plus(dx, ((Curved) branch).moved(dx, direction, offset));
        }

        @Override
        public double[] backwardMoved(
                double[] dx, double[] direction, double[] dy, double[] ddy, double[] change, int offset) {
            Curved curved = (Curved) branch;
            return added(ddy, curved.backwardMoved(dx, direction, scaled(dy), scaled(ddy), change, offset));
        }

        private double[] scaled(double[] dy) {
            double[] scaled = dy.clone();
            for (int i = 0; i < scaled.length; i++) {
                scaled[i] *= h;
            }
            return scaled;
        }

        private static double[] added(double[] dy, double[] dx) {
            for (int i = 0; i < dx.length; i++) {
                dx[i] += dy[i];
            }
            return dx;
        }

        private double[] plus(double[] identity, double[] term) {
            double[] sum = new double[term.length];
            for (int i = 0; i < sum.length; i++) {
                sum[i] = identity[i] + h * term[i];
            }
            return sum;
        }
    }
}
