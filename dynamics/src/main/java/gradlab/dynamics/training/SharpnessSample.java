package gradlab.dynamics.training;

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
        SharpnessProbe.Result found = SharpnessProbe.of(this::gradient, parameters, divisors);
        Map<String, Double> numbers = new LinkedHashMap<>();
        if (Double.isFinite(found.value()) && Double.isFinite(found.error())) {
            numbers.put("sharpness", found.value());
            numbers.put("sharpness_error", found.error());
            numbers.put("sharpness_threshold", experiment.updates().optimiser().threshold(rate));
        }
        return numbers;
    }

    private double[] gradient(double[] parameters) {
        return StepProbe.of(
                        experiment.network(points.shape(), parameters, mode), parameters, points, experiment.loss(), 1)
                .gradient();
    }
}
