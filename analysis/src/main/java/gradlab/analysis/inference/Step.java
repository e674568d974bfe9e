package gradlab.analysis.inference;

import gradlab.analysis.onnx.Node;
import gradlab.analysis.tensor.Shape;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One operator as it was carried out.
 *
 * @param node what it was
 * @param outputs the shapes of what it gave, by name
 * @param fixed the names of those inputs that no given value has an influence on: weights, and what is computed of them
 */
public record Step(Node node, Map<String, Shape> outputs, List<String> fixed) {

    /** Copies the map and the list. */
    public Step {
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        fixed = List.copyOf(fixed);
    }
}
