package gradlab.analysis.network;

import gradlab.analysis.layer.Jacobian;
import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Layers;
import gradlab.analysis.layer.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A chain of named layers from a vector of fixed length, the first of the list applied first. Its layers may contain
 * others; {@link #locations()} names every one by its path. Immutable.
 */
public final class Network {
    private final int inputs;
    private final int outputs;
    private final List<Part> layers;
    private final List<Location> locations;

    private Network(int inputs, List<Part> layers) {
        if (inputs < 1) {
            throw new IllegalArgumentException("inputs must be at least 1, was " + inputs);
        }
        this.inputs = inputs;
        this.layers = layers;
        int length = inputs;
        Set<String> names = new HashSet<>();
        for (Part part : layers) {
            if (part.name().isEmpty() || part.name().contains("/") || !names.add(part.name())) {
                throw new IllegalArgumentException(
                        "layer names must be unique, not empty and without '/', was '" + part.name() + "'");
            }
            length = part.layer().outputs(length);
        }
        this.outputs = length;
        List<Location> found = new ArrayList<>();
        locate("", layers, 0, found);
        this.locations = List.copyOf(found);
    }

    /** A network of layers with the given names. */
    public static Network of(int inputs, List<Part> layers) {
        return new Network(inputs, List.copyOf(layers));
    }

    /** A network whose layers are named "layer" and their number, from 1. */
    public static Network of(int inputs, Layer... layers) {
        List<Part> named = new ArrayList<>();
        for (Layer layer : layers) {
            named.add(new Part("layer" + (named.size() + 1), layer));
        }
        return of(inputs, named);
    }

    private static int locate(String prefix, List<Part> parts, int start, List<Location> found) {
        int offset = start;
        for (Part part : parts) {
            Layer layer = part.layer();
            String path = prefix + part.name();
            int count = layer.parameterCount();
            found.add(new Location(path, layer, offset, count));
            locate(path + "/", layer.parts(), offset, found);
            offset += count;
        }
        return offset;
    }

    /** The length of an input. */
    public int inputs() {
        return inputs;
    }

    /** The length of an output. */
    public int outputs() {
        return outputs;
    }

    /** The outermost layers in order. */
    public List<Part> layers() {
        return layers;
    }

    /** Every layer, a parent before its parts, otherwise in the order of the forward pass. */
    public List<Location> locations() {
        return locations;
    }

    /** The number of parameters. */
    public int parameterCount() {
        return layers.stream().mapToInt(part -> part.layer().parameterCount()).sum();
    }

    /** All parameters in one new array, layer after layer. */
    public double[] parameters() {
        double[] parameters = new double[parameterCount()];
        int offset = 0;
        for (Part part : layers) {
            double[] own = part.layer().parameters();
            System.arraycopy(own, 0, parameters, offset, own.length);
            offset += own.length;
        }
        return parameters;
    }

    /** This network with other parameters, laid out as in {@link #parameters()}. */
    public Network withParameters(double[] parameters) {
        if (parameters.length != parameterCount()) {
            throw new IllegalArgumentException(
                    "parameters must have length " + parameterCount() + ", had " + parameters.length);
        }
        List<Part> replaced = new ArrayList<>(layers.size());
        int offset = 0;
        for (Part part : layers) {
            int end = offset + part.layer().parameterCount();
            Layer layer = part.layer().withParameters(Arrays.copyOfRange(parameters, offset, end));
            replaced.add(new Part(part.name(), layer));
            offset = end;
        }
        return new Network(inputs, List.copyOf(replaced));
    }

    /** The forward pass over a batch of {@code batch} inputs, one after another in x. */
    public ForwardPass at(double[] x, int batch) {
        if (batch < 1 || x.length != (long) batch * inputs) {
            throw new IllegalArgumentException(
                    "x must hold " + batch + " >= 1 inputs of length " + inputs + ", had length " + x.length);
        }
        return ForwardPass.of(this, x, batch);
    }

    /** The output for one input. */
    public double[] value(double[] x) {
        return at(x, 1).value();
    }

    /**
     * The end-to-end Jacobian at one input, as an operator.
     *
     * @throws IllegalArgumentException if x is not finite
     */
    public Jacobian jacobian(double[] x) {
        return Jacobian.of(asLayer(), x);
    }

    /** The network as one layer. */
    public Layer asLayer() {
        return Layers.sequential(layers.stream().map(Part::layer).toList());
    }
}
