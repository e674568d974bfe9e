package gradlab.dynamics.training;

import gradlab.analysis.network.ForwardPass;
import gradlab.analysis.network.GradientFlow;
import gradlab.analysis.network.Location;
import gradlab.analysis.network.Network;
import gradlab.analysis.spectrum.Euclidean;
import gradlab.dynamics.data.DataSet;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** One forward and backward pass over a batch: the gradient, what is recorded of it, and what was not finite. */
final class StepProbe {
    private final Network network;
    private final ForwardPass pass;
    private final double[] parameters;
    private final double loss;
    private final OptionalDouble accuracy;
    private final double[] gradient;
    private final double gradientNorm;
    private final double[] normsByDepth;
    private final Optional<String> nonFiniteValue;
    private final Optional<String> nonFiniteGradient;

    private StepProbe(Network network, double[] parameters, DataSet batch, Loss measure, double scale) {
        this.network = network;
        this.parameters = parameters;
        pass = network.at(batch.inputs(), batch.size());
        double[] outputs = pass.value();
        double[] byOutputs = measure.gradient(outputs, batch);
        GradientFlow flow = pass.backward(times(byOutputs, scale));
        loss = measure.value(outputs, batch);
        accuracy = measure.accuracy(outputs, batch);
        gradient = times(flow.byParameters().toArray(), 1 / scale);
        gradientNorm = Euclidean.norm(gradient);
        normsByDepth = times(flow.normsByDepth().toArray(), 1 / scale);
        nonFiniteValue = pass.firstNonFinite()
                .map(layer -> "value of " + layer)
                .or(() -> Double.isFinite(loss) ? Optional.empty() : Optional.of("loss"));
        nonFiniteGradient = nonFiniteValue.isPresent() ? Optional.empty() : notFiniteBackward();
    }

    private static double[] times(double[] values, double factor) {
        for (int i = 0; factor != 1 && i < values.length; i++) {
            values[i] *= factor;
        }
        return values;
    }

    /** The pass at these parameters of the network, which the caller must not change afterwards. */
    static StepProbe of(Network network, double[] parameters, DataSet batch) {
        return of(network, parameters, batch, Loss.SOFTMAX_CROSS_ENTROPY, 1);
    }

    /** The same for any loss, multiplied by a scale on its way back. */
    static StepProbe of(Network network, double[] parameters, DataSet batch, Loss loss, double scale) {
        return new StepProbe(network, parameters, batch, loss, scale);
    }

    private Optional<String> notFiniteBackward() {
        for (int i = network.layers().size() - 1; i >= 0; i--) {
            if (!Double.isFinite(normsByDepth[i])) {
                return Optional.of("gradient at " + network.layers().get(i).name());
            }
        }
        for (Location location : network.locations()) {
            if (!Double.isFinite(gradientNorm)
                    && location.layer().parts().isEmpty()
                    && !Double.isFinite(norm(gradient, location))) {
                return Optional.of("gradient of " + location.path());
            }
        }
        return Double.isFinite(gradientNorm) && Double.isFinite(Euclidean.norm(parameters))
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

    double gradientNorm() {
        return gradientNorm;
    }

    ForwardPass pass() {
        return pass;
    }

    Network network() {
        return network;
    }

    Optional<String> nonFinite() {
        return nonFiniteValue.or(() -> nonFiniteGradient);
    }

    /** Whether the values are finite and the gradient is not. */
    boolean overflowed() {
        return nonFiniteGradient.isPresent();
    }

    /** The scalars of the step by the names of their series. */
    Map<String, Double> numbers() {
        Map<String, Double> numbers = new LinkedHashMap<>();
        numbers.put("loss", loss);
        accuracy.ifPresent(share -> numbers.put("accuracy", share));
        numbers.put("gradient_norm", gradientNorm);
        numbers.put("weight_norm", Euclidean.norm(parameters));
        putNorms("gradient_norm/", gradient, numbers);
        putNorms("weight_norm/", parameters, numbers);
        int depth = network.layers().size();
        for (int i = 0; i < depth; i++) {
            numbers.put("gradient_at/" + network.layers().get(i).name(), normsByDepth[i]);
        }
        numbers.put("gradient_at/output", normsByDepth[depth]);
        return numbers;
    }

    /** The norms of what belongs to each layer that has parameters. */
    void putNorms(String prefix, double[] all, Map<String, Double> numbers) {
        for (Location location : network.locations()) {
            if (location.parameterCount() > 0) {
                numbers.put(prefix + location.path(), norm(all, location));
            }
        }
    }
}
