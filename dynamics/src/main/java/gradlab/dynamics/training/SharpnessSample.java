package gradlab.dynamics.training;

import gradlab.analysis.network.ForwardPass;
import gradlab.analysis.network.Network;
import gradlab.dynamics.blueprint.Mode;
import gradlab.dynamics.data.DataSet;
import java.util.LinkedHashMap;
import java.util.Map;

/** The sharpness of the loss of the first training points: batch statistics of these points, masks of the first step. */
record SharpnessSample(Experiment experiment, DataSet points, Mode mode) {
    /** At most so many points. */
    static final int POINTS = 256;

    /** The sharpness, its error, and what the optimiser can stand at this rate. */
    Map<String, Double> of(double[] parameters, double[] divisors, double rate) {
        SharpnessProbe.Result found = SharpnessProbe.of(products(parameters), parameters.length, divisors);
        Map<String, Double> numbers = new LinkedHashMap<>();
        if (Double.isFinite(found.value()) && Double.isFinite(found.error())) {
            numbers.put("sharpness", found.value());
            numbers.put("sharpness_error", found.error());
            numbers.put("sharpness_threshold", experiment.updates().optimiser().threshold(rate));
        }
        return numbers;
    }

    /** Exact ones where all layers are curved, else differences. */
    HessianProducts products(double[] parameters) {
        Network network = experiment.network(points.shape(), parameters, mode);
        ForwardPass pass = network.at(points.inputs(), points.size());
        return pass.chain().isCurved()
                ? HessianProducts.exact(network, pass, points, experiment.loss())
                : HessianProducts.byDifferences(this::gradient, parameters);
    }

    private double[] gradient(double[] parameters) {
        return StepProbe.of(
                        experiment.network(points.shape(), parameters, mode), parameters, points, experiment.loss(), 1)
                .gradient();
    }
}
