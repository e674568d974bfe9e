package gradlab.analysis.survey;

import gradlab.analysis.inference.GraphRun;
import gradlab.analysis.inference.Inference;
import gradlab.analysis.inference.Step;
import gradlab.analysis.inference.Value;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.onnx.Size;
import gradlab.analysis.onnx.ValueInfo;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Tape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A recurrent operator of an ONNX model and what reaches it. A recording drives it in the first of these ways that fits: as the
 * model's input whole (T steps must reach the operator), row by row, one run of the model a row (as a detector gets its
 * chunks of sound), or as the inputs of the operator itself.
 */
final class RecurrentModel {
    private static final List<Integer> OPEN_SIZES = List.of(16, 64, 256, 512, 1_024, 4_096, 16_000);

    private final OnnxModel model;
    private final Map<String, Double> settings;
    private final Optional<String> wanted;

    private RecurrentModel(OnnxModel model, Map<String, Double> settings, Optional<String> wanted) {
        this.model = model;
        this.settings = settings;
        this.wanted = wanted;
    }

    static RecurrentSubject of(
            OnnxModel model, Map<String, Double> settings, Optional<String> wanted, Optional<Recording> recording) {
        return new RecurrentModel(model, settings, wanted).subject(recording);
    }

    private RecurrentSubject subject(Optional<Recording> recording) {
        List<RecurrentNode> nodes =
                recording.flatMap(this::anyInput).flatMap(this::attempted).orElseGet(this::nodes);
        RecurrentNode chosen = chosen(nodes);
        String operator = chosen.node().operator();
        boolean one = RecurrentState.gates(operator).size() == 1;
        return new RecurrentSubject(
                model.file(),
                "ONNX",
                "the " + operator + " " + chosen.node().label() + " of "
                        + chosen.weight().columns() + " units",
                one ? Optional.of(chosen.weight()) : Optional.empty(),
                Optional.of(chosen.map()),
                List.of(chosen.weightRow()),
                recording.map(r -> inputs(chosen, r)).orElse(List.of()),
                nodes.stream()
                        .filter(other -> other != chosen)
                        .map(other -> other.node().label())
                        .toList());
    }

    private RecurrentNode chosen(List<RecurrentNode> nodes) {
        if (nodes.isEmpty()) {
            throw SourceException.in(
                    model.file(),
                    "no RNN, GRU or LSTM that is carried out",
                    "a model with one (see --set for branches)");
        }
        return wanted.map(name -> nodes.stream()
                        .filter(n ->
                                n.node().label().equals(name) || n.weightName().equals(name))
                        .findFirst()
                        .orElseThrow(() -> SourceException.in(
                                model.file(),
                                "no recurrent operator " + SourceException.quote(name),
                                nodes.stream()
                                        .map(n -> n.node().label())
                                        .collect(Collectors.joining(", ", "one of ", "")))))
                .orElse(nodes.get(0));
    }

    /** The operators that a run carries out, where a size that the model leaves open is 1, or larger if that does not do. */
    private List<RecurrentNode> nodes() {
        try {
            return nodes(Optional.empty());
        } catch (SourceException e) {
            return OPEN_SIZES.stream()
                    .map(width -> new Recording(model.file(), 1, width, Vector.of(new double[width])))
                    .flatMap(silence -> anyInput(silence).stream())
                    .flatMap(at -> attempted(at).stream())
                    .findFirst()
                    .orElseThrow(() -> e);
        }
    }

    /** The operators that a run with this input carries out. */
    private List<RecurrentNode> nodes(Optional<TensorFile> at) {
        ModelRequest request = new ModelRequest(
                at, settings, 0, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        Tape tape = new Tape();
        Map<String, Value<Tape.Variable>> given = new LinkedHashMap<>();
        ModelInputs.of(model, request).forEach((name, value) -> given.put(name, value.in(tape)));
        Inference<Tape.Variable> run = GraphRun.of(model).run(tape, given);
        return run.steps().stream()
                .map(Step::node)
                .filter(RecurrentNode::isOne)
                .map(node -> new RecurrentNode(model, run, node))
                .toList();
    }

    /** The same, or nothing where the model cannot take that input. */
    private Optional<List<RecurrentNode>> attempted(TensorFile at) {
        try {
            return Optional.of(nodes(Optional.of(at)));
        } catch (SourceException e) {
            return Optional.empty();
        }
    }

    /** An input of the shape of the recording, so that sizes that the model leaves open are those it is meant for. */
    private Optional<TensorFile> anyInput(Recording recording) {
        return whole(recording).stream()
                .findFirst()
                .map(shape -> recording.tensors(0, recording.steps(), shape))
                .or(() -> row(recording).map(shape -> recording.tensors(0, 1, shape)));
    }

    private List<Vector> inputs(RecurrentNode chosen, Recording recording) {
        for (List<Integer> shape : whole(recording)) {
            Optional<List<Vector>> reached = reached(chosen, recording.tensors(0, recording.steps(), shape));
            if (reached.isPresent() && reached.get().size() == recording.steps()) {
                return reached.get();
            }
        }
        Optional<List<Integer>> row = row(recording);
        if (row.isPresent()) {
            List<Vector> all = new ArrayList<>();
            boolean isReached = true;
            for (int t = 0; t < recording.steps() && isReached; t++) {
                Optional<List<Vector>> one = reached(chosen, recording.tensors(t, 1, row.get()));
                isReached = one.isPresent();
                all.addAll(one.orElse(List.of()));
            }
            if (isReached) {
                return all;
            }
        }
        return recording.rows(chosen.inputs());
    }

    /** What reaches the operator; empty where the model cannot take such an input, or makes a batch of it. */
    private Optional<List<Vector>> reached(RecurrentNode chosen, TensorFile at) {
        return attempted(at)
                .flatMap(nodes -> nodes.stream()
                        .filter(n -> n.node().equals(chosen.node()) && n.batch() == 1)
                        .findFirst())
                .map(RecurrentNode::sequence);
    }

    private List<Size> sizes() {
        return model.graph().inputs().stream()
                .filter(ValueInfo::isFloat)
                .findFirst()
                .flatMap(ValueInfo::shape)
                .orElse(List.of());
    }

    /** The shapes in which the model's input may be the whole recording. */
    private List<List<Integer>> whole(Recording recording) {
        int steps = recording.steps();
        int width = recording.width();
        return List.of(List.of(steps, 1, width), List.of(1, steps, width), List.of(steps, width)).stream()
                .filter(this::fits)
                .toList();
    }

    private boolean fits(List<Integer> shape) {
        List<Size> sizes = sizes();
        boolean fits = sizes.size() == shape.size();
        for (int i = 0; fits && i < shape.size(); i++) {
            fits = !sizes.get(i).isKnown() || sizes.get(i).length() == shape.get(i);
        }
        return fits;
    }

    /** The shape in which the model's input may be one row: sizes left open are 1, the last one what is missing. */
    private Optional<List<Integer>> row(Recording recording) {
        List<Integer> shape = new ArrayList<>();
        int open = -1;
        long product = 1;
        for (Size size : sizes()) {
            open = size.isKnown() ? open : shape.size();
            shape.add(size.isKnown() ? size.length() : 1);
            product *= shape.get(shape.size() - 1);
        }
        if (open >= 0 && product > 0 && recording.width() % product == 0) {
            shape.set(open, (int) (recording.width() / product));
            product = recording.width();
        }
        return !shape.isEmpty() && product == recording.width() ? Optional.of(shape) : Optional.empty();
    }
}
