package gradlab.analysis.inference;

import gradlab.analysis.onnx.Graph;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.onnx.ValueInfo;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.TensorAlgebra;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Runs a model, or the part of it that lies between given values and wanted ones: an operator is carried out if something
 * wanted needs it, in the order of the file.
 */
public final class GraphRun {

    private final OnnxModel model;

    private GraphRun(OnnxModel model) {
        this.model = model;
    }

    /** A run of this model. */
    public static GraphRun of(OnnxModel model) {
        return new GraphRun(model);
    }

    /** All outputs of the model. */
    public <T> Inference<T> run(TensorAlgebra<T> algebra, Map<String, Value<T>> given) {
        return run(
                algebra,
                given,
                model.graph().outputs().stream().map(ValueInfo::name).toList());
    }

    /**
     * What is wanted.
     *
     * @param given inputs of the model, or any other values, which then count as given and are not computed
     * @param wanted names of values, or of nodes, which stand for what those compute
     * @throws SourceException if something is missing, an operator is not supported or does not fit its inputs; the
     *     message names the node
     */
    public <T> Inference<T> run(TensorAlgebra<T> algebra, Map<String, Value<T>> given, List<String> wanted) {
        Graph graph = model.graph();
        List<String> names = new ArrayList<>();
        wanted.forEach(name -> names.addAll(Reach.values(model.file(), graph, name)));
        Set<Integer> needed = Reach.nodes(model.file(), graph, given.keySet(), names);
        Map<String, Value<T>> all = new LinkedHashMap<>(given);
        List<Step> steps = new ArrayList<>();
        Scope<T> scope = new Scope<>(model, graph, algebra, steps, all);
        scope.give(given);
        for (int i = 0; i < graph.nodes().size(); i++) {
            if (needed.contains(i)) {
                scope.carryOut(graph.nodes().get(i));
            }
        }
        names.forEach(name -> all.putIfAbsent(name, scope.value(name)));
        return new Inference<>(algebra, all, steps);
    }
}
