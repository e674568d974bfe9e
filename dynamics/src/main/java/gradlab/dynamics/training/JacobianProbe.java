package gradlab.dynamics.training;

import gradlab.analysis.layer.Jacobian;
import gradlab.analysis.layer.Linearisation;
import gradlab.analysis.layer.Part;
import gradlab.analysis.layer.SoftmaxCrossEntropy;
import gradlab.analysis.network.ForwardPass;
import gradlab.analysis.network.Network;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.SpectralNorm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The Jacobian norms of a network at one point, and how far the gradient there falls short of the product of norms. */
final class JacobianProbe {
    private static final SpectralNorm NORM = SpectralNorm.withDefaults().withRelativeTolerance(1e-12);

    private final double[] x;
    private final int[] label;

    /** The first point of a data set. */
    JacobianProbe(DataSet data) {
        DataSet first = data.select(0);
        this.x = first.inputs();
        this.label = first.labels();
    }

    /** The numbers by name; empty if one of them is not finite. */
    Optional<Map<String, Double>> of(Network network) {
        ForwardPass pass = network.at(x, 1);
        if (pass.firstNonFinite().isPresent()) {
            return Optional.empty();
        }
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (Map.Entry<String, Linearisation> at : pass.linearisations().entrySet()) {
            SpectralNorm.Result norm = NORM.of(Jacobian.of(at.getValue()));
            numbers.put("jacobian_norm/" + at.getKey(), norm.value());
        }
        numbers.put("jacobian_norm", NORM.of(network.jacobian(x)).value());
        numbers.put("product_bound_ratio", ratio(network, pass, numbers));
        return numbers.values().stream().allMatch(Double::isFinite) ? Optional.of(numbers) : Optional.empty();
    }

    private double ratio(Network network, ForwardPass pass, Map<String, Double> numbers) {
        Vector norms =
                pass.backward(SoftmaxCrossEntropy.gradient(pass.value(), label)).normsByDepth();
        double start = norms.get(0);
        if (start == 0) {
            return 0;
        }
        // Logarithms, because the product itself may overflow or underflow.
        double bound = StrictMath.log(norms.get(norms.size() - 1));
        for (Part part : network.layers()) {
            bound += StrictMath.log(numbers.getOrDefault("jacobian_norm/" + part.name(), 0.0));
        }
        return StrictMath.exp(StrictMath.log(start) - bound);
    }
}
