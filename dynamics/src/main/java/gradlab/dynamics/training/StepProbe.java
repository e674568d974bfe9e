package gradlab.dynamics.training;

import gradlab.analysis.layer.SoftmaxCrossEntropy;
import gradlab.analysis.network.ForwardPass;
import gradlab.analysis.network.GradientFlow;
import gradlab.analysis.network.Location;
import gradlab.analysis.network.Network;
import gradlab.analysis.spectrum.Euclidean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** One forward and backward pass over a batch: the gradient, what is recorded of it, and what was not finite. */
final class StepProbe {
    private final double[] gradient;
    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final Optional<String> nonFinite;

    private StepProbe(Network network, double[] parameters, DataSet batch) {
        ForwardPass pass = network.at(batch.inputs(), batch.size());
        double[] outputs = pass.value();
        int[] labels = batch.labels();
        GradientFlow flow = pass.backward(SoftmaxCrossEntropy.gradient(outputs, labels));
        gradient = flow.byParameters().toArray();
        double loss = SoftmaxCrossEntropy.value(outputs, labels);
        numbers.put("loss", loss);
        numbers.put("accuracy", (double) SoftmaxCrossEntropy.correct(outputs, labels) / labels.length);
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
            numbers.put(
                    "gradient_at/" + network.layers().get(i).name(),
                    flow.normsByDepth().get(i));
        }
        numbers.put("gradient_at/output", flow.normsByDepth().get(depth));
        nonFinite = firstNonFinite(network, pass, loss, flow);
    }

    static StepProbe of(Network network, double[] parameters, DataSet batch) {
        return new StepProbe(network, parameters, batch);
    }

    private static double norm(double[] all, Location location) {
        int start = location.parameterOffset();
        return Euclidean.norm(Arrays.copyOfRange(all, start, start + location.parameterCount()));
    }

    private Optional<String> firstNonFinite(Network network, ForwardPass pass, double loss, GradientFlow flow) {
        if (pass.firstNonFinite().isPresent()) {
            return pass.firstNonFinite().map(layer -> "value of " + layer);
        }
        if (!Double.isFinite(loss)) {
            return Optional.of("loss");
        }
        for (int i = network.layers().size() - 1; i >= 0; i--) {
            if (!Double.isFinite(flow.normsByDepth().get(i))) {
                return Optional.of("gradient at " + network.layers().get(i).name());
            }
        }
        return numbers.entrySet().stream()
                .filter(entry -> !Double.isFinite(entry.getValue()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    double[] gradient() {
        return gradient.clone();
    }

    Map<String, Double> numbers() {
        return Map.copyOf(numbers);
    }

    double loss() {
        return numbers.getOrDefault("loss", Double.NaN);
    }

    Optional<String> nonFinite() {
        return nonFinite;
    }
}
