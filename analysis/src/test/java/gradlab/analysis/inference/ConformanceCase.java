package gradlab.analysis.inference;

import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.onnx.Attribute;
import gradlab.analysis.onnx.Graph;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.onnx.TensorFiles;
import gradlab.analysis.onnx.ValueInfo;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Tape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One of ONNX's own test cases.
 *
 * @param folder with model.onnx and its inputs and outputs
 * @param model the model; empty if it cannot be read
 * @param operators all operators in it
 */
record ConformanceCase(Path folder, Optional<OnnxModel> model, Set<String> operators) {

    /** What ONNX's own runner allows: |found - expected| <= 1e-7 + 1e-3 |expected|. */
    private static final double RELATIVE = 1e-3;

    private static final double ABSOLUTE = 1e-7;

    static ConformanceCase of(Path folder) {
        try {
            OnnxModel model = OnnxModel.read(folder.resolve("model.onnx"));
            Set<String> operators = new TreeSet<>();
            collect(model.graph(), operators);
            return new ConformanceCase(folder, Optional.of(model), operators);
        } catch (SourceException e) {
            return new ConformanceCase(folder, Optional.empty(), Set.of());
        }
    }

    private static void collect(Graph graph, Set<String> operators) {
        for (Node node : graph.nodes()) {
            operators.add(node.fullOperator());
            node.attributes().values().stream()
                    .map(Attribute::graph)
                    .flatMap(Optional::stream)
                    .forEach(inner -> collect(inner, operators));
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    /** Whether every operator is claimed and every value is a tensor of real numbers. */
    boolean isClaimed() {
        return model.isPresent()
                && OperatorTable.names().containsAll(operators)
                && allTensors(model.get().graph().inputs())
                && allTensors(model.get().graph().outputs());
    }

    private static boolean allTensors(List<ValueInfo> values) {
        return values.stream().allMatch(v -> v.type().isPresent());
    }

    /** What is wrong; empty if all data sets agree. */
    Optional<String> run() throws IOException {
        for (int set = 0; Files.isDirectory(folder.resolve("test_data_set_" + set)); set++) {
            try {
                Optional<String> wrong = run(folder.resolve("test_data_set_" + set));
                if (wrong.isPresent()) {
                    return wrong;
                }
            } catch (SourceException e) {
                return Optional.of(String.valueOf(e.getMessage()));
            }
        }
        return Optional.empty();
    }

    private Optional<String> run(Path data) throws IOException {
        Graph graph = model.orElseThrow().graph();
        Tape tape = new Tape();
        Map<String, Value<Tape.Variable>> given = new LinkedHashMap<>();
        for (int i = 0; i < graph.inputs().size(); i++) {
            Path file = data.resolve("input_" + i + ".pb");
            if (Files.exists(file)) {
                StoredTensor tensor =
                        TensorFiles.read(file, graph.inputs().get(i)).orElseThrow();
                given.put(graph.inputs().get(i).name(), Value.of(tape, tensor));
            }
        }
        Inference<Tape.Variable> run = GraphRun.of(model.orElseThrow()).run(tape, given);
        for (int i = 0; i < graph.outputs().size(); i++) {
            String name = graph.outputs().get(i).name();
            StoredTensor expected = TensorFiles.read(
                            data.resolve("output_" + i + ".pb"), graph.outputs().get(i))
                    .orElseThrow();
            Optional<String> wrong = difference(tape, name, run.value(name).orElseThrow(), expected);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> difference(
            Tape tape, String name, Value<Tape.Variable> found, StoredTensor expected) {
        if (!found.shape(tape).lengths().equals(expected.shape())) {
            return Optional.of(name + " has shape " + found.shape(tape) + ", not " + expected.shape());
        }
        if (found.isReal() != expected.type().isFloat()) {
            return Optional.of(name + " is real: " + found.isReal());
        }
        double[] values = tape.approximate(found.real(tape));
        double[] right = expected.toDoubles();
        for (int i = 0; i < values.length; i++) {
            if (!close(values[i], right[i])) {
                return Optional.of(name + "[" + i + "] is " + values[i] + ", not " + right[i]);
            }
        }
        return Optional.empty();
    }

    private static boolean close(double found, double expected) {
        return Double.compare(found, expected) == 0
                || Math.abs(found - expected) <= ABSOLUTE + RELATIVE * Math.abs(expected);
    }
}
