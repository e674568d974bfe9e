package gradlab.analysis.survey;

import gradlab.analysis.inference.GraphRun;
import gradlab.analysis.inference.Inference;
import gradlab.analysis.inference.Step;
import gradlab.analysis.inference.Value;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.onnx.ValueInfo;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Tape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The Jacobian of one value of a model by another, at a point, as the subject of a survey. A value inside the model is
 * computed first and then taken for the point: what reaches the end past it counts as constant.
 */
public final class ModelSubject {
    private final OnnxModel model;
    private final ModelRequest request;
    private final Map<String, Given> inputs;

    private ModelSubject(OnnxModel model, ModelRequest request) {
        this.model = model;
        this.request = request;
        this.inputs = ModelInputs.of(model, request);
    }

    /**
     * The subject.
     *
     * @throws SourceException if the request does not fit the model, or an operator on the way is not supported
     */
    public static Subject of(OnnxModel model, ModelRequest request) {
        return new ModelSubject(model, request).subject();
    }

    /**
     * The residual layers x + h f(x) on the way between the two values.
     *
     * @throws SourceException if the request does not fit the model, or an operator on the way is not supported
     */
    public static List<ResidualBranch> residuals(OnnxModel model, ModelRequest request) {
        ModelSubject subject = new ModelSubject(model, request);
        String to = subject.end();
        String from = subject.start(to);
        return ResidualSurvey.of(model, ModelJacobian.of(model, subject.point(from), from, to));
    }

    /**
     * The layers on the way from the first input with fractions to the first such output, at each of some inputs.
     *
     * @param settings inputs that are filled with one number
     * @param at the inputs: a tensor of the input's shape, more rows of it, or several that carry the names of inputs; if there is
     *     none, one is drawn from the seed
     * @return one for each input, computed when it is asked for
     * @throws SourceException if these do not fit the model, or an operator on the way is not supported
     */
    public static List<Supplier<LayerChain>> layers(
            OnnxModel model, Map<String, Double> settings, Optional<TensorFile> at, long seed) {
        return DepthInputs.of(model, settings, at, seed).stream()
                .map(request -> (Supplier<LayerChain>) () -> new ModelSubject(model, request).layers())
                .toList();
    }

    private LayerChain layers() {
        String to = end();
        String from = start(to);
        return DepthSurvey.of(model.file(), ModelJacobian.of(model, point(from), from, to));
    }

    private Subject subject() {
        String to = end();
        String from = start(to);
        Map<String, Given> point = point(from);
        ModelJacobian jacobian = ModelJacobian.of(model, point, from, to);
        return new Subject(
                model.file(),
                "ONNX",
                "the Jacobian of " + to + " " + jacobian.outputShape() + " by " + from + " "
                        + jacobian.from().shape()
                        + (jacobian.differentiable() ? "" : ", at a kink"),
                jacobian.operator(),
                () -> CertifiedJacobian.of(model, point, from, to),
                progress -> new LayerSurvey(model, jacobian, progress).rows(),
                () -> LipschitzSurvey.of(jacobian));
    }

    /** The inputs and the value by which to differentiate. */
    private Map<String, Given> point(String from) {
        Map<String, Given> point = new LinkedHashMap<>(inputs);
        Given start = Optional.ofNullable(inputs.get(from)).orElseGet(() -> inside(from));
        point.put(from, start);
        if (!start.isReal()) {
            throw SourceException.in(
                    model.file(), "whole numbers in " + from, "a value with fractions to differentiate by; see --from");
        }
        return point;
    }

    /** The value that is differentiated. */
    private String end() {
        if (request.to().isPresent()) {
            return node(request.to().get())
                    .flatMap(node ->
                            node.outputs().stream().filter(o -> !o.isEmpty()).findFirst())
                    .orElse(request.to().get());
        }
        List<ValueInfo> outputs = model.graph().outputs();
        if (request.output().isPresent()) {
            String name = request.output().get();
            if (outputs.stream().noneMatch(o -> o.name().equals(name))) {
                List<String> names = outputs.stream().map(ValueInfo::name).toList();
                throw SourceException.in(
                        model.file(), "no output " + SourceException.quote(name), "one of " + String.join(", ", names));
            }
            return name;
        }
        return outputs.stream()
                .filter(ValueInfo::isFloat)
                .map(ValueInfo::name)
                .findFirst()
                .orElseThrow(() -> SourceException.in(
                        model.file(), "no output with fractions", "--to with a value to differentiate"));
    }

    /** The value by which it is differentiated. */
    private String start(String to) {
        if (request.from().isPresent()) {
            return node(request.from().get())
                    .map(this::influenced)
                    .orElse(request.from().get());
        }
        return ModelInputs.chosen(model, request).orElseGet(() -> embedding(to));
    }

    /** A model of whole numbers: the first real value that comes of them on the way to the end. */
    private String embedding(String to) {
        Inference<Tape.Variable> run = run(List.of(to));
        return run.steps().stream()
                .filter(step -> step.node().operator().equals("Gather"))
                .map(step -> step.node().outputs().get(0))
                .filter(name -> run.value(name).filter(Value::isReal).isPresent())
                .findFirst()
                .orElseThrow(() -> SourceException.in(
                        model.file(), "no input with fractions", "--from with a value to differentiate by"));
    }

    private Optional<Node> node(String name) {
        boolean isValue =
                model.graph().nodes().stream().anyMatch(node -> node.outputs().contains(name));
        return isValue
                ? Optional.empty()
                : model.graph().nodes().stream()
                        .filter(node -> !node.name().isEmpty() && node.name().equals(name))
                        .findFirst();
    }

    /** The first real input of a node that the inputs of the model have an influence on. */
    private String influenced(Node node) {
        String output =
                node.outputs().stream().filter(o -> !o.isEmpty()).findFirst().orElse("");
        Inference<Tape.Variable> run = run(List.of(output));
        Step step = run.steps().stream()
                .filter(s -> s.node().equals(node))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no step of " + node.label()));
        return node.inputs().stream()
                .filter(name -> !name.isEmpty() && !step.fixed().contains(name))
                .filter(name -> run.value(name).filter(Value::isReal).isPresent())
                .findFirst()
                .orElseThrow(() -> SourceException.in(
                        model.file(),
                        "a node " + node.label() + " of constants",
                        "one that the input has influence on"));
    }

    /** A value inside the model at the point. */
    private Given inside(String name) {
        Inference<Tape.Variable> run = run(List.of(name));
        Value<Tape.Variable> value = run.value(name)
                .orElseThrow(() -> SourceException.in(
                        model.file(), "no value " + SourceException.quote(name), "a value or a node of the model"));
        return value.isReal()
                ? Given.real(
                        value.shape(run.algebra()), value.real(run.algebra()).values())
                : Given.whole(value.whole());
    }

    private Inference<Tape.Variable> run(List<String> wanted) {
        Tape tape = new Tape();
        Map<String, Value<Tape.Variable>> given = new LinkedHashMap<>();
        inputs.forEach((name, value) -> given.put(name, value.in(tape)));
        return GraphRun.of(model).run(tape, given, wanted);
    }
}
