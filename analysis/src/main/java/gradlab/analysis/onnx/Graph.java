package gradlab.analysis.onnx;

import gradlab.analysis.model.StoredTensor;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Operators in an order in which they can be carried out.
 *
 * @param name its name in the file
 * @param inputs what has to be given; initialisers that the file lists as inputs, too, are left out
 * @param outputs what it gives
 * @param nodes the operators
 * @param initialisers tensors by name, in the order of the file
 */
public record Graph(
        String name,
        List<ValueInfo> inputs,
        List<ValueInfo> outputs,
        List<Node> nodes,
        Map<String, StoredTensor> initialisers) {

    /** Copies the lists and the map. */
    public Graph {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        nodes = List.copyOf(nodes);
        initialisers = Collections.unmodifiableMap(new LinkedHashMap<>(initialisers));
    }
}
