package gradlab.analysis.onnx;

import gradlab.analysis.model.StoredTensor;
import java.util.List;
import java.util.Optional;

/**
 * One attribute of a node. A single number is a list of one.
 *
 * @param integers whole numbers
 * @param reals numbers with fractions
 * @param texts texts
 * @param tensor a tensor
 * @param graph a graph within the graph
 */
public record Attribute(
        List<Long> integers,
        List<Double> reals,
        List<String> texts,
        Optional<StoredTensor> tensor,
        Optional<Graph> graph) {

    /** Copies the lists. */
    public Attribute {
        integers = List.copyOf(integers);
        reals = List.copyOf(reals);
        texts = List.copyOf(texts);
    }
}
