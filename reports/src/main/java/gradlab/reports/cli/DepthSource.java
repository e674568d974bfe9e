package gradlab.reports.cli;

import gradlab.analysis.model.FileFormat;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.network.Network;
import gradlab.analysis.onnx.Graph;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.Yaml;
import gradlab.analysis.source.YamlFields;
import gradlab.analysis.source.YamlReader;
import gradlab.analysis.survey.LayerChain;
import gradlab.analysis.survey.ModelSubject;
import gradlab.analysis.survey.Recording;
import gradlab.dynamics.system.SystemName;
import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.ExperimentReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A feed-forward network out of a file, layer by layer: of a model without recurrent operators (or with any, where {@code by=depth} stands
 * behind its name), or of an experiment, with its first weights.
 */
final class DepthSource {
    private static final Set<String> RECURRENT = Set.of("RNN", "GRU", "LSTM");
    private static final String BY = "by";
    private static final int LARGEST_TEXT = 1 << 20;

    private DepthSource() {}

    /** The network at each of its inputs; empty if this is another kind of system. */
    static Optional<List<Supplier<LayerChain>>> of(String text, Optional<Path> input, long seed) {
        SystemName typed = SystemName.of(text);
        Map<String, String> parameters = new LinkedHashMap<>(typed.parameters());
        String by = parameters.remove(BY);
        if (!typed.isFile()) {
            return Optional.empty();
        }
        Path file = Path.of(typed.name());
        if (isYaml(typed.name())) {
            return isExperiment(file) ? Optional.of(ofExperiment(file, typed, input, seed)) : Optional.empty();
        }
        if (FileFormat.of(SourceBytes.read(file)) != FileFormat.ONNX) {
            return Optional.empty();
        }
        OnnxModel model = OnnxModel.read(file);
        if (by != null && !by.equals("depth")) {
            throw SourceException.in(typed.name(), "by=" + SourceException.quote(by), "by=depth");
        }
        return by == null && isRecurrent(model.graph())
                ? Optional.empty()
                : Optional.of(ModelSubject.layers(
                        model, settings(typed.name(), parameters), input.map(TensorFile::read), seed));
    }

    private static boolean isYaml(String name) {
        return name.endsWith(".yaml") || name.endsWith(".yml");
    }

    private static boolean isExperiment(Path file) {
        SourceText text = SourceText.read(file, LARGEST_TEXT);
        if (!(YamlReader.read(text) instanceof Yaml.Mapping mapping)) {
            return false;
        }
        YamlFields fields = YamlFields.of(text, mapping);
        return fields.optional("network").isPresent()
                && fields.optional("system").isEmpty();
    }

    private static boolean isRecurrent(Graph graph) {
        return graph.nodes().stream().anyMatch(DepthSource::isRecurrent);
    }

    private static boolean isRecurrent(Node node) {
        return (node.domain().isEmpty() && RECURRENT.contains(node.operator()))
                || node.attributes().values().stream()
                        .anyMatch(
                                a -> a.graph().filter(DepthSource::isRecurrent).isPresent());
    }

    private static Map<String, Double> settings(String file, Map<String, String> parameters) {
        Map<String, Double> settings = new LinkedHashMap<>();
        parameters.forEach((name, value) -> {
            try {
                settings.put(name, Double.valueOf(value));
            } catch (NumberFormatException e) {
                throw SourceException.in(
                        file, name + "=" + SourceException.quote(value), "a number for that input, or by=depth");
            }
        });
        return settings;
    }

    private static List<Supplier<LayerChain>> ofExperiment(
            Path file, SystemName typed, Optional<Path> input, long seed) {
        if (!typed.parameters().isEmpty()) {
            throw SourceException.in(
                    file.toString(), "parameters behind an experiment", "its name alone; --seed draws its weights");
        }
        Experiment experiment = ExperimentReader.read(file);
        Network network = experiment.initialNetwork(seed);
        List<Vector> points = input.map(path -> points(Recording.of(TensorFile.read(path)), network.inputs()))
                .orElseGet(() -> List.of(
                        Vector.of(experiment.split(seed).train().select(0).inputs())));
        return points.stream()
                .map(point -> (Supplier<LayerChain>) () -> LayerChain.of(network, point.toArray()))
                .toList();
    }

    private static List<Vector> points(Recording recording, int inputs) {
        if (recording.width() == inputs) {
            return recording.rows();
        }
        if (recording.width() == 1 && recording.steps() == inputs) {
            return List.of(recording.entries());
        }
        throw SourceException.in(
                recording.file(),
                recording.steps() + " x " + recording.width() + " numbers",
                "rows of " + inputs + " for the network");
    }
}
