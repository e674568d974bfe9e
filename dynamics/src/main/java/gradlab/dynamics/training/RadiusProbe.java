package gradlab.dynamics.training;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.Eigenvalues;
import gradlab.analysis.layer.Recurrent;
import gradlab.analysis.network.Network;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The spectral radius of W of each plain recurrent layer; the cells with gates have no one W. */
final class RadiusProbe {
    private RadiusProbe() {}

    static Map<String, Double> of(Network network) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        network.locations().forEach(location -> {
            if (location.layer() instanceof Recurrent cell && cell.kind().gates() == 1) {
                int n = cell.hidden();
                double[] weights = Arrays.copyOf(cell.parameters(), n * n);
                Eigenvalues values = DenseBackend.fixedOrder().eigenvalues(weights, n);
                numbers.put("spectral_radius/" + location.path(), values.modulus(0));
            }
        });
        return numbers;
    }
}
