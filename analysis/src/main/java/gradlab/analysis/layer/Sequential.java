package gradlab.analysis.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Layers one after another; its parts are called {@code layer1}, {@code layer2}, ... An empty one is the identity. */
final class Sequential implements Layer {
    private final List<Layer> layers;

    private Sequential(List<Layer> layers) {
        this.layers = layers;
    }

    static Sequential of(List<? extends Layer> layers) {
        return new Sequential(List.copyOf(layers));
    }

    @Override
    public int outputs(int inputs) {
        int length = inputs;
        for (Layer layer : layers) {
            length = layer.outputs(length);
        }
        return length;
    }

    @Override
    public List<Part> parts() {
        return IntStream.range(0, layers.size())
                .mapToObj(i -> new Part("layer" + (i + 1), layers.get(i)))
                .toList();
    }

    @Override
    public List<ParameterBlock> parameterBlocks() {
        return parts().stream()
                .flatMap(part -> part.layer().parameterBlocks().stream().map(block -> block.within(part.name())))
                .toList();
    }

    @Override
    public double[] parameters() {
        double[] parameters = new double[parameterCount()];
        int offset = 0;
        for (Layer layer : layers) {
            double[] own = layer.parameters();
            System.arraycopy(own, 0, parameters, offset, own.length);
            offset += own.length;
        }
        return parameters;
    }

    @Override
    public int parameterCount() {
        return layers.stream().mapToInt(Layer::parameterCount).sum();
    }

    @Override
    public Layer withParameters(double[] parameters) {
        Checks.length("parameters", parameters, parameterCount());
        List<Layer> replaced = new ArrayList<>(layers.size());
        int offset = 0;
        for (Layer layer : layers) {
            int count = layer.parameterCount();
            replaced.add(layer.withParameters(Arrays.copyOfRange(parameters, offset, offset + count)));
            offset += count;
        }
        return new Sequential(List.copyOf(replaced));
    }

    @Override
    public Linearisation at(double[] x, int batch) {
        Checks.width(x, batch);
        List<Linearisation> stages = new ArrayList<>(layers.size());
        double[] value = x.clone();
        for (Layer layer : layers) {
            Linearisation stage = layer.at(value, batch);
            stages.add(stage);
            value = stage.value();
        }
        int[] offsets = new int[layers.size()];
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = offsets[i - 1] + layers.get(i - 1).parameterCount();
        }
        return new At(batch, x.length / batch, value, List.copyOf(stages), offsets);
    }

    @Override
    public String toString() {
        return "sequential" + layers;
    }

    private static final class At implements Curved {
        private final int batch;
        private final int inputs;
        private final double[] result;
        private final List<Linearisation> parts;
        private final int[] offsets;

        At(int batch, int inputs, double[] result, List<Linearisation> parts, int[] offsets) {
            this.batch = batch;
            this.inputs = inputs;
            this.result = result;
            this.parts = parts;
            this.offsets = offsets;
        }

        @Override
        public int batch() {
            return batch;
        }

        @Override
        public int inputs() {
            return inputs;
        }

        @Override
        public List<Linearisation> parts() {
            return parts;
        }

        @Override
        public int outputs() {
            return result.length / batch;
        }

        @Override
        public double[] value() {
            return result.clone();
        }

        private CurvedChain chain() {
            return new CurvedChain(parts, Arrays.stream(offsets).boxed().toList());
        }

        @Override
        public boolean isCurved() {
            return chain().isCurved();
        }

        @Override
        public double[] moved(double[] dx, double[] direction, int offset) {
            return chain().moved(dx, direction, offset).get(parts.size());
        }

        @Override
        public double[] backwardMoved(
                double[] dx, double[] direction, double[] dy, double[] ddy, double[] change, int offset) {
            List<double[]> moved = chain().moved(dx, direction, offset);
            return chain().backwardMoved(moved, direction, dy, ddy, change, offset);
        }

        @Override
        public double[] jvp(double[] dx) {
            Checks.length("dx", dx, batch * inputs);
            double[] dy = dx.clone();
            for (Linearisation part : parts) {
                dy = part.jvp(dy);
            }
            return dy;
        }

        @Override
        public double[] vjp(double[] dy) {
            Checks.length("dy", dy, result.length);
            double[] dx = dy.clone();
            for (int i = parts.size() - 1; i >= 0; i--) {
                dx = parts.get(i).vjp(dx);
            }
            return dx;
        }

        @Override
        public double[] backward(double[] dy, double[] gradient, int offset) {
            Checks.length("dy", dy, result.length);
            double[] dx = dy.clone();
            for (int i = parts.size() - 1; i >= 0; i--) {
                dx = parts.get(i).backward(dx, gradient, offset + offsets[i]);
            }
            return dx;
        }
    }
}
