package gradlab.analysis.network;

import gradlab.analysis.layer.CurvedChain;
import gradlab.analysis.layer.Linearisation;
import gradlab.analysis.layer.Part;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.Euclidean;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The trace of a forward pass: every layer at the points that reached it. Immutable. */
public final class ForwardPass {
    private final Network network;
    private final List<Linearisation> stages;
    private final Vector valueNorms;
    private final double[] value;

    private ForwardPass(Network network, List<Linearisation> stages, Vector valueNorms, double[] value) {
        this.network = network;
        this.stages = stages;
        this.valueNorms = valueNorms;
        this.value = value;
    }

    static ForwardPass of(Network network, double[] x, int batch) {
        List<Linearisation> stages = new ArrayList<>();
        double[] norms = new double[network.layers().size() + 1];
        double[] value = x.clone();
        norms[0] = Euclidean.norm(value);
        for (Part part : network.layers()) {
            Linearisation stage = part.layer().at(value, batch);
            stages.add(stage);
            value = stage.value();
            norms[stages.size()] = Euclidean.norm(value);
        }
        return new ForwardPass(network, List.copyOf(stages), Vector.of(norms), value);
    }

    /** The outputs, one after another. */
    public double[] value() {
        return value.clone();
    }

    /** The 2-norm of the input of each layer (the whole batch as one vector), and of the output last. */
    public Vector valueNorms() {
        return valueNorms;
    }

    /** The first layer whose value has a NaN, an infinity or a norm above the largest double. */
    public Optional<String> firstNonFinite() {
        for (int i = 0; i < stages.size(); i++) {
            if (!Double.isFinite(valueNorms.get(i + 1))) {
                return Optional.of(network.layers().get(i).name());
            }
        }
        return Optional.empty();
    }

    /** Every layer of the network by its path, at the points that reached it, in the order of the locations. */
    public Map<String, Linearisation> linearisations() {
        Map<String, Linearisation> found = new LinkedHashMap<>();
        for (int i = 0; i < stages.size(); i++) {
            Part part = network.layers().get(i);
            collect(part.name(), part, stages.get(i), found);
        }
        return found;
    }

    private static void collect(String path, Part part, Linearisation at, Map<String, Linearisation> found) {
        found.put(path, at);
        List<Part> parts = part.layer().parts();
        for (int i = 0; i < parts.size(); i++) {
            collect(path + "/" + parts.get(i).name(), parts.get(i), at.parts().get(i), found);
        }
    }

    /** The stages as a chain whose parts may be curved. */
    public CurvedChain chain() {
        List<Integer> offsets = new ArrayList<>();
        int offset = 0;
        for (Part part : network.layers()) {
            offsets.add(offset);
            offset += part.layer().parameterCount();
        }
        return new CurvedChain(stages, offsets);
    }

    /**
     * Back-propagation of the gradient of a scalar loss by the outputs.
     *
     * @param dy the gradient by the outputs, laid out as {@link #value()}
     */
    public GradientFlow backward(double[] dy) {
        double[] gradient = new double[network.parameterCount()];
        double[] norms = new double[stages.size() + 1];
        int offset = gradient.length;
        double[] flowing = dy.clone();
        norms[stages.size()] = Euclidean.norm(flowing);
        for (int i = stages.size() - 1; i >= 0; i--) {
            offset -= network.layers().get(i).layer().parameterCount();
            flowing = stages.get(i).backward(flowing, gradient, offset);
            norms[i] = Euclidean.norm(flowing);
        }
        return new GradientFlow(Vector.of(flowing), Vector.of(gradient), Vector.of(norms));
    }
}
