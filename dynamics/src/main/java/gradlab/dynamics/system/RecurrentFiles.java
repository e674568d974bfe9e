package gradlab.dynamics.system;

import gradlab.analysis.model.FileFormat;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Recurrent networks from files. Driven by a recording if there is one; else fed with their own hidden values if these are as many
 * as the inputs, and with zeros if asked to ({@code input=zero}). Parameters: {@code layer} (of npz and safetensors, usually 0),
 * {@code unit} ({@code tanh} or {@code relu}, of a plain RNN there), {@code node} (of ONNX), {@code input} ({@code zero} or
 * {@code closed}).
 */
final class RecurrentFiles {

    private static final int MOST_LAYERS = 1_000;

    private final String file;
    private final Map<String, String> open;
    private final Map<String, String> used = new LinkedHashMap<>();

    private RecurrentFiles(Path file, Map<String, String> parameters) {
        this.file = file.toString();
        this.open = new HashMap<>(parameters);
    }

    static KnownSystem read(Path file, Map<String, String> parameters, Optional<Path> input) {
        return new RecurrentFiles(file, parameters).system(file, input);
    }

    private KnownSystem system(Path path, Optional<Path> input) {
        SourceBytes bytes = SourceBytes.read(path);
        boolean onnx = FileFormat.of(bytes) == FileFormat.ONNX;
        RecurrentStep step = onnx
                ? OnnxStep.of(OnnxModel.read(path), Optional.ofNullable(open.remove("node")))
                : StoredCells.of(TensorFile.of(bytes), layer(), unit());
        String mode = choice("input", "", List.of("zero", "closed"));
        refuseOthers(onnx);
        RecurrentSystem system = fed(RandomCells.outline(file, step, new double[step.state()]), step, mode, input);
        return new KnownSystem(system, card(system, step, input.isPresent() ? "recorded" : mode));
    }

    private RecurrentSystem fed(Outline outline, RecurrentStep step, String mode, Optional<Path> input) {
        if (input.isPresent()) {
            Drive drive = Drive.recorded(input.get());
            if (drive.inputs() != step.inputs() || !mode.isEmpty()) {
                throw SourceException.in(
                        input.get().toString(),
                        "inputs of " + drive.inputs() + " numbers a step"
                                + (mode.isEmpty() ? "" : " beside input=" + mode),
                        step.inputs() + " numbers a step and no other input");
            }
            return RecurrentSystem.driven(outline, step, drive);
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

    private boolean unit() {
        return choice("unit", "tanh", List.of("tanh", "relu")).equals("relu");
    }

    private String choice(String key, String usual, List<String> choices) {
        String text = open.remove(key);
        if (text != null && !choices.contains(text)) {
            throw SourceException.in(
                    file, key + "=" + SourceException.quote(text), "one of " + String.join(", ", choices));
        }
        return text == null ? usual : text;
    }

    private void refuseOthers(boolean onnx) {
        for (String key : open.keySet()) {
            throw SourceException.in(
                    file,
                    "no parameter " + SourceException.quote(key),
                    onnx ? "one of input, node" : "one of input, layer, unit");
        }
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
