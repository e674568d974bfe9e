package gradlab.analysis.survey;

import gradlab.analysis.inference.IntegerTensor;
import gradlab.analysis.model.ElementType;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.onnx.Size;
import gradlab.analysis.onnx.ValueInfo;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Shape;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The inputs of a model at the point asked for: what a file gives, what is set to a number, and for the rest Gaussian
 * numbers, or ones where whole numbers or truth values are due. Sizes that the model leaves open are 1 there.
 */
final class ModelInputs {
    private static final int OPEN_SIZE = 1;

    private final OnnxModel model;
    private final ModelRequest request;

    private ModelInputs(OnnxModel model, ModelRequest request) {
        this.model = model;
        this.request = request;
    }

    /** All inputs by name. */
    static Map<String, Given> of(OnnxModel model, ModelRequest request) {
        return new ModelInputs(model, request).all();
    }

    /** The input by which to differentiate unless something else is said: the one named, or the first of floats. */
    static Optional<String> chosen(OnnxModel model, ModelRequest request) {
        List<ValueInfo> inputs = model.graph().inputs();
        request.input().ifPresent(name -> requireInput(model, name));
        return request.input()
                .or(() -> inputs.stream()
                        .filter(ValueInfo::isFloat)
                        .map(ValueInfo::name)
                        .findFirst());
    }

    private static void requireInput(OnnxModel model, String name) {
        List<String> names =
                model.graph().inputs().stream().map(ValueInfo::name).toList();
        if (!names.contains(name)) {
            throw SourceException.in(
                    model.file(), "no input " + SourceException.quote(name), "one of " + String.join(", ", names));
        }
    }

    private Map<String, Given> all() {
        Map<String, StoredTensor> stored = stored();
        stored.keySet().forEach(name -> requireInput(model, name));
        request.settings().keySet().forEach(name -> requireInput(model, name));
        Map<String, Given> given = new LinkedHashMap<>();
        for (ValueInfo input : model.graph().inputs()) {
            StoredTensor tensor = stored.get(input.name());
            Double number = request.settings().get(input.name());
            given.put(
                    input.name(),
                    tensor != null ? read(input, tensor) : number != null ? filled(input, number) : drawn(input));
        }
        return given;
    }

    /** The tensors of the file by the input that they are for. */
    private Map<String, StoredTensor> stored() {
        Map<String, StoredTensor> stored = new LinkedHashMap<>();
        if (request.at().isEmpty()) {
            return stored;
        }
        TensorFile file = request.at().get();
        List<StoredTensor> tensors = file.tensors();
        if (tensors.size() == 1 && tensors.get(0).name().isEmpty()) {
            String name = chosen(model, request)
                    .or(() ->
                            model.graph().inputs().stream().map(ValueInfo::name).findFirst())
                    .orElseThrow(() -> SourceException.in(model.file(), "a model without inputs", "an input"));
            stored.put(name, tensors.get(0));
        } else {
            tensors.forEach(tensor -> stored.put(tensor.name(), tensor));
        }
        return stored;
    }

    private Given read(ValueInfo input, StoredTensor tensor) {
        String file = request.at().map(TensorFile::name).orElse(model.file());
        requireFitting(file, input, tensor.shape());
        Shape shape = new Shape(tensor.shape());
        if (type(input).isFloat()) {
            double[] entries = tensor.toDoubles();
            for (double entry : entries) {
                if (!Double.isFinite(entry)) {
                    throw SourceException.in(file, entry + " for the input " + input.name(), "finite numbers");
                }
            }
            return Given.real(shape, entries);
        }
        return Given.whole(IntegerTensor.of(type(input), shape, whole(file, input, tensor)));
    }

    private static long[] whole(String file, ValueInfo input, StoredTensor tensor) {
        if (!tensor.type().isFloat()) {
            return tensor.toLongs();
        }
        return Arrays.stream(tensor.toDoubles())
                .mapToLong(entry -> {
                    if (entry != Math.rint(entry) || Math.abs(entry) > 1L << 53) {
                        throw SourceException.in(file, entry + " for the input " + input.name(), "whole numbers");
                    }
                    return (long) entry;
                })
                .toArray();
    }

    private static void requireFitting(String file, ValueInfo input, List<Integer> found) {
        if (input.shape().isEmpty()) {
            return;
        }
        List<Size> sizes = input.shape().get();
        boolean fits = sizes.size() == found.size();
        for (int i = 0; fits && i < found.size(); i++) {
            fits = !sizes.get(i).isKnown() || sizes.get(i).length() == found.get(i);
        }
        if (!fits) {
            throw SourceException.in(file, "the shape " + new Shape(found) + " for an input", "the shape of " + input);
        }
    }

    private Given filled(ValueInfo input, double number) {
        Shape shape = shape(input);
        if (type(input).isFloat()) {
            double[] entries = new double[shape.size()];
            Arrays.fill(entries, number);
            return Given.real(shape, entries);
        }
        if (number != Math.rint(number) || Math.abs(number) > 1L << 53) {
            throw SourceException.in(model.file(), "--set " + input.name() + "=" + number, "a whole number");
        }
        long[] entries = new long[shape.size()];
        Arrays.fill(entries, (long) number);
        return Given.whole(IntegerTensor.of(type(input), shape, entries));
    }

    private Given drawn(ValueInfo input) {
        Shape shape = shape(input);
        return type(input).isFloat()
                ? Given.real(
                        shape,
                        RandomStream.of(request.seed(), "input " + input.name()).gaussians(shape.size()))
                : filled(input, 1);
    }

    private ElementType type(ValueInfo input) {
        return input.type()
                .orElseThrow(() -> SourceException.in(
                        model.file(),
                        "the input " + input.name() + " of type " + input.typeName(),
                        "tensors of numbers"));
    }

    private Shape shape(ValueInfo input) {
        return new Shape(input.shape(OPEN_SIZE)
                .orElseThrow(() -> SourceException.in(
                        model.file(),
                        "an input " + input.name() + " whose shape the model leaves open",
                        "--at with a tensor for it")));
    }
}
