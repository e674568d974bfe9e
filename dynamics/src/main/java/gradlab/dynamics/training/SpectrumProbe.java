package gradlab.dynamics.training;

import gradlab.analysis.network.Network;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.spectrum.SingularValues;
import java.util.LinkedHashMap;
import java.util.Map;

/** The singular values of the Jacobian of the whole network at a point, the largest first: number 1, 2, 4, 8, ... and the last. */
final class SpectrumProbe {
    private static final int LARGEST_SIDE = 512;

    private SpectrumProbe() {}

    static Map<String, Double> of(Network network, double[] point) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        if (Math.min(network.inputs(), network.outputs()) > LARGEST_SIDE) {
            return numbers;
        }
        double[] values = SingularValues.of(DenseMatrix.of(network.jacobian(point)))
                .values()
                .toArray();
        for (int i = 1; i < values.length; i *= 2) {
            put(numbers, i, values[i - 1]);
        }
        if (values.length > 0) {
            put(numbers, values.length, values[values.length - 1]);
        }
        return numbers;
    }

    private static void put(Map<String, Double> numbers, int number, double value) {
        if (Double.isFinite(value)) {
            numbers.put("jacobian_singular_value/" + number, value);
        }
    }
}
