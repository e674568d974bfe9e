package gradlab.reports.cli;

import gradlab.analysis.model.FileFormat;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.survey.ModelOutline;
import gradlab.reports.document.ModelJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is in a file of weights. */
@Command(
        name = "model",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Says what is in a model or a file of tensors: layers, shapes, parameters.")
final class ModelCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1",
            paramLabel = "FILE",
            description = "A model (ONNX) or tensors (npy, npz, safetensors, Matrix Market).")
    private Path file = Path.of("");

    @Mixin
    private PointOptions point = new PointOptions();

    @Option(names = "--json", description = "Print JSON to standard output, and nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = Session.writer(spec);
        SourceBytes bytes = SourceBytes.read(file);
        if (FileFormat.of(bytes) == FileFormat.ONNX) {
            OnnxModel model = OnnxModel.read(file);
            ModelOutline outline = ModelOutline.of(model, point.request(null, null, null, null));
            out.print(json ? ModelJson.text(model, outline) : text(model, outline));
        } else {
            TensorFile tensors = TensorFile.of(bytes);
            out.print(json ? ModelJson.text(tensors) : text(tensors));
        }
        out.flush();
        return ExitStatus.OK;
    }

    private static String text(TensorFile file) {
        StringBuilder text = new StringBuilder(file.name() + " ("
                + file.format().title() + "), " + file.tensors().size() + " tensors\n");
        int width = width(file.tensors().stream().map(StoredTensor::name).toList());
        for (StoredTensor tensor : file.tensors()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%-" + width + "s  %-5s %-16s %,14d\n",
                    tensor.name(),
                    tensor.type(),
                    tensor.shapeText(),
                    tensor.count()));
        }
        return text.toString();
    }

    private static String text(OnnxModel model, ModelOutline outline) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s (ONNX), by %s, opset %d, %,d parameters\n",
                model.file(),
                model.producer().isEmpty() ? "an unnamed producer" : model.producer(),
                model.opset(),
                outline.parameters()));
        model.graph()
                .inputs()
                .forEach(input -> text.append("input   ").append(input).append('\n'));
        model.graph()
                .outputs()
                .forEach(output -> text.append("output  ").append(output).append('\n'));
        if (!outline.shapesUnknown().isEmpty()) {
            text.append("shapes  unknown: ").append(outline.shapesUnknown()).append('\n');
        }
        List<ModelOutline.Part> shown = outline.parts().stream()
                .filter(part -> !part.type().equals("Constant"))
                .toList();
        int width = width(shown.stream().map(ModelOutline.Part::name).toList());
        for (ModelOutline.Part part : shown) {
            text.append(String.format(
                            Locale.ROOT,
                            "%-" + width + "s  %-20s %-20s %14s",
                            part.name(),
                            part.type() + (part.nodes() > 1 ? " of " + part.nodes() : ""),
                            shapes(part),
                            part.parameters() == 0 ? "" : String.format(Locale.ROOT, "%,d", part.parameters()))
                    .stripTrailing());
            text.append('\n');
        }
        return text.toString();
    }

    private static int width(List<String> names) {
        return Math.max(1, names.stream().mapToInt(String::length).max().orElse(1));
    }

    private static String shapes(ModelOutline.Part part) {
        return part.outputShapes().values().stream()
                .map(shape -> shape.isEmpty()
                        ? "number"
                        : shape.stream().map(String::valueOf).collect(Collectors.joining("x")))
                .collect(Collectors.joining(", "));
    }
}
