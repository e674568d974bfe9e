package gradlab.dynamics.training;

import gradlab.analysis.layer.Jacobian;
import gradlab.analysis.layer.Linearisation;
import gradlab.analysis.layer.Part;
import gradlab.analysis.network.ForwardPass;
import gradlab.analysis.network.Network;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.spectrum.SpectralNorm;
import gradlab.dynamics.data.DataSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The Jacobian norms of a network at one point, and how far the gradient there falls short of the product of norms. */
final class JacobianProbe {
    private static final SpectralNorm NORM = SpectralNorm.withDefaults().withRelativeTolerance(1e-12);

    private final Map<String, Double> numbers = new LinkedHashMap<>();
    private final Optional<String> nonFinite;

    private JacobianProbe(Network network, DataSet point, Loss loss) {
        ForwardPass pass = network.at(point.inputs(), 1);
        nonFinite = pass.firstNonFinite()
                .map(layer -> "value of " + layer)
                .or(() -> norms(network, pass, point))
                .or(() -> ratio(network, pass, loss.gradient(pass.value(), point)));
    }

    /** Looks at the first point of a data set. */
    static JacobianProbe of(Network network, DataSet data, Loss loss) {
        return new JacobianProbe(network, data.select(0), loss);
    }

    /** The numbers by the names of their series; to be used only if {@link #nonFinite()} is empty. */
    Map<String, Double> numbers() {
        return Map.copyOf(numbers);
    }

    /** What was not finite at the point, if anything. */
    Optional<String> nonFinite() {
        return nonFinite.map(where -> where + " at the first training point");
    }

    private Optional<String> norms(Network network, ForwardPass pass, DataSet point) {
        for (Map.Entry<String, Linearisation> at : pass.linearisations().entrySet()) {
            if (!put("jacobian_norm/" + at.getKey(), norm(Jacobian.of(at.getValue())))) {
                return Optional.of("Jacobian of " + at.getKey());
            }
        }
        return put("jacobian_norm", norm(network.jacobian(point.inputs())))
                ? Optional.empty()
                : Optional.of("Jacobian of the network");
    }

    /** The norm; NaN if a product with the Jacobian overflows. */
    private static double norm(Jacobian jacobian) {
        try {
            return NORM.of(jacobian).value();
        } catch (IllegalArgumentException e) {
            // The norm's documented refusal of an operator that maps a finite vector to one that is not.
            return Double.NaN;
        }
    }

    private boolean put(String name, double value) {
        numbers.put(name, value);
        return Double.isFinite(value);
    }

    private Optional<String> ratio(Network network, ForwardPass pass, double[] gradient) {
        Vector norms = pass.backward(gradient).normsByDepth();
        double start = norms.get(0);
        // Logarithms, because the product itself may overflow or underflow.
        double bound = StrictMath.log(norms.get(norms.size() - 1));
        for (Part part : network.layers()) {
            bound += StrictMath.log(numbers.getOrDefault("jacobian_norm/" + part.name(), 0.0));
        }
        double ratio = start == 0 ? 0 : StrictMath.exp(StrictMath.log(start) - bound);
        return put("product_bound_ratio", ratio) ? Optional.empty() : Optional.of("gradient");
    }
}
