package gradlab.analysis.survey;

import gradlab.analysis.model.TensorFile;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which Jacobian of a model is asked for, and where.
 *
 * @param at the point: one tensor for the input, or several that carry the names of inputs
 * @param settings inputs that are filled with one number
 * @param seed what other inputs with fractions are drawn from
 * @param input by which input
 * @param output of which output
 * @param from instead: by what goes into this node, or by this value
 * @param to instead: of what comes out of this node, or of this value
 */
public record ModelRequest(
        Optional<TensorFile> at,
        Map<String, Double> settings,
        long seed,
        Optional<String> input,
        Optional<String> output,
        Optional<String> from,
        Optional<String> to) {
    /** Copies the map. */
    public ModelRequest {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
