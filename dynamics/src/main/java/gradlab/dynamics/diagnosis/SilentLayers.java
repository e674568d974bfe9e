package gradlab.dynamics.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Dead layers, from gradients: a layer whose gradient is exactly 0 at the end of the log while another one's is not. ReLU has
 * slope 0 below 0, so a layer of units that are all off has no gradient at all and never gets one again; a gradient that shrinks smoothly
 * passes the smallest numbers first. The more records on end are zero, the surer, by Laplace's rule.
 */
final class SilentLayers implements Detector {
    private static final double SMALLEST_NORMAL = 0x1p-126;
    private static final int FEWEST = 3;

    @Override
    public List<Finding> look(Course course) {
        List<LogSeries> layers = course.log().layers(Quantity.GRADIENT);
        List<Finding> found = new ArrayList<>();
        for (LogSeries layer : layers) {
            int zeros = zerosAtTheEnd(layer);
            boolean fell = zeros < layer.size() && layer.value(layer.size() - zeros - 1) > SMALLEST_NORMAL;
            if (zeros >= FEWEST && (fell || zeros == layer.size())) {
                found.add(finding(layer, zeros));
            }
        }
        boolean all =
                found.size() == layers.size() && course.norm(Quantity.GRADIENT).isPresent();
        return found.isEmpty() || all
                ? List.of()
                : List.of(found.stream()
                        .max(Comparator.comparingDouble(Finding::confidence))
                        .orElseThrow());
    }

    private static int zerosAtTheEnd(LogSeries layer) {
        int zeros = 0;
        while (zeros < layer.size() && layer.value(layer.size() - 1 - zeros) == 0) {
            zeros++;
        }
        return zeros;
    }

    private static Finding finding(LogSeries layer, int zeros) {
        return new Finding(
                FindingKind.DEAD_UNITS,
                OptionalLong.of(layer.step(layer.size() - zeros)),
                Optional.of(layer.layer()),
                layer.name() + " is exactly 0 in the last " + zeros
                        + " records; threshold: 0 itself, the slope of ReLU below 0, on three records or more while other layers move",
                Confidence.ofRepetition(zeros),
                "Lower the learning rate, start biases at zero or above, or use leaky units; if the layer is frozen on purpose, ignore this",
                "relu-slope");
    }
}
