package gradlab.dynamics.system;

import gradlab.analysis.block.GruCell;
import gradlab.analysis.block.LstmCell;
import gradlab.analysis.layer.Recurrent;
import gradlab.analysis.model.FileFormat;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.survey.BlockMap;
import gradlab.analysis.survey.RecurrentSubject;
import gradlab.analysis.survey.RecurrentSurvey;
import gradlab.analysis.tensor.Tape;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Recurrent networks from files. Driven by a recording if there is one; else fed with their own hidden values if these are as many
 * as the inputs, and with zeros if asked to ({@code input=zero}). Parameters: {@code layer} (of npz and safetensors, usually 0),
 * {@code unit} ({@code tanh} or {@code relu}, of a plain RNN there), {@code readout} (there, too: the dense layer whose output is the
 * next input, such as {@code layer2}), {@code node} (of ONNX), {@code input} ({@code zero} or
 * {@code closed}); any other of ONNX is an input of the model that is filled with one number, such as a sampling rate.
 */
final class RecurrentFiles {

    private static final int MOST_LAYERS = 1_000;
    private static final int MOST_HIDDEN = 10_000;
    private static final int SHOWN = 8;

    private final String file;
    private final Map<String, String> open;
    private final Map<String, String> used = new LinkedHashMap<>();

    private RecurrentFiles(Path file, Map<String, String> parameters) {
        this.file = file.toString();
        this.open = new TreeMap<>(parameters);
    }

    static KnownSystem read(Path file, Map<String, String> parameters, Optional<Path> input) {
        return new RecurrentFiles(file, parameters).system(file, input);
    }

    private KnownSystem system(Path path, Optional<Path> input) {
        SourceBytes bytes = SourceBytes.read(path);
        String mode = choice("input", "", List.of("zero", "closed"));
        if (!mode.isEmpty() && input.isPresent()) {
            throw SourceException.in(file, "input=" + mode + " beside a recording", "one of the two");
        }
        return FileFormat.of(bytes) == FileFormat.ONNX
                ? ofModel(OnnxModel.read(path), mode, input)
                : ofTensors(TensorFile.of(bytes), mode, input);
    }

    /** The recording reaches the operator through the model. */
    private KnownSystem ofModel(OnnxModel model, String mode, Optional<Path> input) {
        Optional<String> node = Optional.ofNullable(open.remove("node"));
        RecurrentSubject subject = RecurrentSurvey.of(model, settings(), node, input);
        return known(OnnxStep.of(subject), mode, input.map(i -> Drive.of(subject.inputs())));
    }

    private KnownSystem ofTensors(TensorFile tensors, String mode, Optional<Path> input) {
        String weights = weights(tensors, "weight_hh_l" + layer());
        boolean rectified = choice("unit", "tanh", List.of("tanh", "relu")).equals("relu");
        Optional<String> readout = Optional.ofNullable(open.remove("readout"));
        for (String key : open.keySet()) {
            throw SourceException.in(
                    file, "no parameter " + SourceException.quote(key), "one of input, layer, readout, unit");
        }
        if (readout.isPresent() && (!mode.isEmpty() || input.isPresent())) {
            throw SourceException.in(file, "readout= beside an input", "one of the two");
        }
        RecurrentSubject subject = RecurrentSurvey.of(tensors, Optional.of(weights), input);
        RecurrentStep step = step(subject, rectified);
        return known(
                readout.map(layer -> readOut(tensors, step, layer)).orElse(step),
                mode,
                input.map(i -> Drive.of(subject.inputs())));
    }

    /** The cell in a loop through a dense layer that turns its hidden values into its next input. */
    private RecurrentStep readOut(TensorFile tensors, RecurrentStep step, String layer) {
        used.put("readout", layer);
        double[] weight = entries(tensors, layer + ".weight", List.of(step.inputs(), step.hidden()));
        double[] bias = tensors.tensors().stream().anyMatch(t -> t.name().equals(layer + ".bias"))
                ? entries(tensors, layer + ".bias", List.of(step.inputs()))
                : new double[step.inputs()];
        return new ReadOutStep(step, weight, bias);
    }

    private double[] entries(TensorFile tensors, String name, List<Integer> shape) {
        String expected = name + " of shape " + shape + ", from the hidden values to the inputs of the cell";
        StoredTensor found = tensors.tensors().stream()
                .filter(tensor -> tensor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> SourceException.in(file, "no tensor " + SourceException.quote(name), expected));
        if (!found.shape().equals(shape)) {
            throw SourceException.in(file, name + " of shape " + found.shape(), expected);
        }
        return found.toDoubles();
    }

    /** The full name of the weights that has this at its end. */
    private String weights(TensorFile tensors, String name) {
        List<String> names = tensors.tensors().stream().map(StoredTensor::name).toList();
        return names.stream()
                .filter(n -> n.equals(name) || n.endsWith("." + name))
                .findFirst()
                .orElseThrow(() -> SourceException.in(
                        file,
                        "the tensors " + names.stream().limit(SHOWN).toList(),
                        "recurrent weights " + name + " and weight_ih beside them"));
    }

    /** Without biases these are zeros, without input weights there is one input that does nothing. */
    static RecurrentStep step(RecurrentSubject subject, boolean rectified) {
        BlockMap map = (BlockMap) subject.cell().orElseThrow();
        Recurrent.Kind plain = rectified ? Recurrent.Kind.RELU : Recurrent.Kind.TANH;
        Recurrent.Kind kind = map.cell() instanceof LstmCell
                ? Recurrent.Kind.LSTM
                : map.cell() instanceof GruCell ? Recurrent.Kind.GRU : plain;
        return CellStep.of(
                kind,
                map.cell().inputs(),
                map.cell().hidden(),
                map.parameters().stream().map(Tape.Variable::values).toList());
    }

    /** What is left: inputs of the model that are filled with one number. */
    private Map<String, Double> settings() {
        Map<String, Double> settings = new LinkedHashMap<>();
        open.forEach((name, text) -> settings.put(name, number(name, text)));
        used.putAll(open);
        return settings;
    }

    private double number(String name, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw SourceException.in(
                    file, name + "=" + SourceException.quote(text), "a number for that input, or node or input");
        }
    }

    private KnownSystem known(RecurrentStep step, String mode, Optional<Drive> recorded) {
        if (step.hidden() > MOST_HIDDEN) {
            throw SourceException.in(
                    file, step.hidden() + " hidden values", "at most " + MOST_HIDDEN + " hidden values");
        }
        Outline outline = RandomCells.outline(file, step, new double[step.state()]);
        RecurrentSystem system = fed(outline, step, mode, recorded);
        return new KnownSystem(system, card(system, step, recorded.isPresent() ? "recorded" : mode));
    }

    private RecurrentSystem fed(Outline outline, RecurrentStep step, String mode, Optional<Drive> recorded) {
        if (recorded.isPresent()) {
            return RecurrentSystem.driven(outline, step, recorded.get());
        }
        if (mode.equals("zero")) {
            return RecurrentSystem.driven(outline, step, Drive.zero(step.inputs()));
        }
        if (step.inputs() != step.hidden()) {
            throw SourceException.in(
                    file,
                    step.inputs() + " inputs and " + step.hidden() + " hidden values, which cannot be fed back",
                    "--input X.npy of T x " + step.inputs() + " numbers, or " + file + ":input=zero");
        }
        return RecurrentSystem.closed(outline, step);
    }

    private int layer() {
        String text = open.getOrDefault("layer", "0");
        used.put("layer", text);
        open.remove("layer");
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) >= MOST_LAYERS) {
            throw SourceException.in(file, "layer=" + SourceException.quote(text), "the number of a layer, from 0");
        }
        return Integer.parseInt(text);
    }

    private String choice(String key, String usual, List<String> choices) {
        String text = open.remove(key);
        if (text != null && !choices.contains(text)) {
            throw SourceException.in(
                    file, key + "=" + SourceException.quote(text), "one of " + String.join(", ", choices));
        }
        return text == null ? usual : text;
    }

    private SystemCard card(RecurrentSystem system, RecurrentStep step, String mode) {
        String fed = system.isClosed() ? "its own hidden values" : mode.equals("zero") ? "zeros" : "a recording";
        return new SystemCard(
                file,
                Clock.STEP,
                "a recurrent network of " + step.hidden() + " hidden values (state of " + step.state() + "), "
                        + step.inputs() + " inputs, fed with " + fed,
                Optional.empty(),
                Optional.empty(),
                used,
                Map.of(),
                List.of(),
                List.of());
    }
}
