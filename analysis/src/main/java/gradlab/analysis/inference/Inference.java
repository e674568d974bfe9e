package gradlab.analysis.inference;

import gradlab.analysis.tensor.TensorAlgebra;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run of a graph gave.
 *
 * @param algebra what computed it
 * @param values every value by name, those within graphs in the graph, too
 * @param steps the operators in the order in which they were carried out
 * @param <T> the tensors of the algebra
 */
public record Inference<T>(TensorAlgebra<T> algebra, Map<String, Value<T>> values, List<Step> steps) {

    /** Copies the map and the list. */
    public Inference {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        steps = List.copyOf(steps);
    }

    /** A value by name, if it was computed. */
    public Optional<Value<T>> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
