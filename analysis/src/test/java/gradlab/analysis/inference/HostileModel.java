package gradlab.analysis.inference;

import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.onnx.ValueInfo;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.Tape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads whatever bytes as a model, and runs it on zeros if its inputs are small. */
final class HostileModel {

    private static final int LARGEST = 1_000;

    private HostileModel() {}

    /** The error that a user would see; any other exception goes through. */
    static Optional<SourceException> readAndRun(byte[] bytes) {
        try {
            OnnxModel model = OnnxModel.of(SourceBytes.of("f", bytes));
            Tape tape = new Tape();
            Map<String, Value<Tape.Variable>> given = new LinkedHashMap<>();
            for (ValueInfo input : model.graph().inputs()) {
                List<Integer> lengths = input.shape(1).orElse(List.of());
                if (lengths.stream().reduce(1, (a, b) -> Math.min(LARGEST + 1, a * Math.min(b, LARGEST + 1))) <= LARGEST
                        && input.type().isPresent()) {
                    Shape shape = new Shape(lengths);
                    given.put(
                            input.name(),
                            input.isFloat()
                                    ? new Value.Real<>(tape.input(shape, new double[shape.size()]))
                                    : new Value.Whole<>(IntegerTensor.of(
                                            input.type().orElseThrow(), shape, new long[shape.size()])));
                }
            }
            GraphRun.of(model).run(tape, given);
            Patterns.of(model.graph());
            return Optional.empty();
        } catch (SourceException e) {
            return Optional.of(e);
        }
    }
}
