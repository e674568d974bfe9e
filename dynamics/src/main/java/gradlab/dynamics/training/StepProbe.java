package gradlab.dynamics.training;

import gradlab.analysis.layer.SoftmaxCrossEntropy;
import gradlab.analysis.network.ForwardPass;
import gradlab.analysis.network.GradientFlow;
import gradlab.analysis.network.Location;
import gradlab.analysis.network.Network;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.Euclidean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One forward and backward pass over a batch: the gradient, what is recorded of it, and what was not finite. */
final class StepProbe {
    private final Network network;
    private final double[] parameters;
    private final double loss;
    private final double accuracy;
    private final double[] gradient;
    private final Vector normsByDepth;
    private final Optional<String> nonFinite;

    private StepProbe(Network network, double[] parameters, DataSet batch) {
        this.network = network;
        this.parameters = parameters;
        ForwardPass pass = network.at(batch.inputs(), batch.size());
        double[] outputs = pass.value();
        int[] labels = batch.labels();
        GradientFlow flow = pass.backward(SoftmaxCrossEntropy.gradient(outputs, labels));
        loss = SoftmaxCrossEntropy.value(outputs, labels);
        accuracy = (double) SoftmaxCrossEntropy.correct(outputs, labels) / labels.length;
        gradient = flow.byParameters().toArray();
        normsByDepth = flow.normsByDepth();
        nonFinite = pass.firstNonFinite().map(layer -> "value of " + layer).or(this::notFiniteBackward);
    }

    /** The pass at these parameters of the network, which the caller must not change afterwards. */
    static StepProbe of(Network network, double[] parameters, DataSet batch) {
        return new StepProbe(network, parameters, batch);
    }

    private Optional<String> notFiniteBackward() {
        if (!Double.isFinite(loss)) {
            return Optional.of("loss");
        }
        for (int i = network.layers().size() - 1; i >= 0; i--) {
            if (!Double.isFinite(normsByDepth.get(i))) {
                return Optional.of("gradient at " + network.layers().get(i).name());
            }
        }
        for (Location location : network.locations()) {
            if (location.layer().parts().isEmpty() && !Double.isFinite(norm(gradient, location))) {
                return Optional.of("gradient of " + location.path());
            }
        }
        return Double.isFinite(Euclidean.norm(gradient)) && Double.isFinite(Euclidean.norm(parameters))
                ? Optional.empty()
                : Optional.of("norm of all layers");
    }

    private static double norm(double[] all, Location location) {
        int start = location.parameterOffset();
        return Euclidean.norm(Arrays.copyOfRange(all, start, start + location.parameterCount()));
    }

    double[] gradient() {
        return gradient.clone();
    }

    double loss() {
        return loss;
    }

    Optional<String> nonFinite() {
        return nonFinite;
    }

    /** The scalars of the step by the names of their series. */
    Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("loss", loss);
        numbers.put("accuracy", accuracy);
        numbers.put("gradient_norm", Euclidean.norm(gradient));
        numbers.put("weight_norm", Euclidean.norm(parameters));
        for (Location location : network.locations()) {
            if (location.parameterCount() > 0) {
                numbers.put("gradient_norm/" + location.path(), norm(gradient, location));
                numbers.put("weight_norm/" + location.path(), norm(parameters, location));
            }
        }
        int depth = network.layers().size();
        for (int i = 0; i < depth; i++) {
            numbers.put("gradient_at/" + network.layers().get(i).name(), normsByDepth.get(i));
        }
        numbers.put("gradient_at/output", normsByDepth.get(depth));
        return numbers;
    }
}
