package gradlab.dynamics.training;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.layer.Recurrent;
import gradlab.analysis.network.Network;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Spectral norm of W of each recurrent layer and, of plain ones, its spectral radius: of several gates W is not square. */
final class RecurrentWeightProbe {
    private RecurrentWeightProbe() {}

    static Map<String, Double> of(Network network) {
        DenseBackend backend = DenseBackend.fixedOrder();
        Map<String, Double> numbers = new LinkedHashMap<>();
        network.locations().forEach(location -> {
            if (location.layer() instanceof Recurrent cell) {
                int rows = cell.kind().gates() * cell.hidden();
                double[] weights = Arrays.copyOf(cell.parameters(), rows * cell.hidden());
                numbers.put(
                        "spectral_norm/" + location.path(), backend.singularValues(weights, rows, cell.hidden())[0]);
                if (rows == cell.hidden()) {
                    numbers.put(
                            "spectral_radius/" + location.path(),
                            backend.eigenvalues(weights, rows).modulus(0));
                }
            }
        });
        return numbers;
    }
}
