package gradlab.analysis.survey;

import gradlab.analysis.model.ElementType;
import gradlab.analysis.model.FileFormat;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.onnx.Size;
import gradlab.analysis.onnx.ValueInfo;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The inputs that a file holds for a feed-forward model. A tensor of the shape of the model's input is one; where it has more rows than
 * that shape, which is 1 there or open, each row is one; and an axis of length 1 in front may be missing.
 */
final class DepthInputs {
    private static final int MOST = 100_000;

    private DepthInputs() {}

    static List<ModelRequest> of(OnnxModel model, Map<String, Double> settings, Optional<TensorFile> file, long seed) {
        List<ModelRequest> requests = new ArrayList<>();
        for (Optional<TensorFile> at : points(model, file)) {
            requests.add(new ModelRequest(
                    at, settings, seed, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        }
        return requests;
    }

    private static List<Optional<TensorFile>> points(OnnxModel model, Optional<TensorFile> file) {
        boolean unnamed = file.filter(f ->
                        f.tensors().size() == 1 && f.tensors().get(0).name().isEmpty())
                .isPresent();
        Optional<List<Size>> sizes = model.graph().inputs().stream()
                .filter(ValueInfo::isFloat)
                .findFirst()
                .flatMap(ValueInfo::shape);
        if (!unnamed || sizes.isEmpty()) {
            return List.of(file);
        }
        TensorFile given = file.orElseThrow();
        StoredTensor tensor = given.tensors().get(0);
        List<Integer> shape = tensor.shape();
        int rank = sizes.get().size();
        boolean batched =
                rank > 0 && (!sizes.get().get(0).isKnown() || sizes.get().get(0).length() == 1);
        if (batched && shape.size() == rank - 1) {
            return parts(given.name(), tensor, 1, behindOne(shape));
        }
        boolean rows = shape.size() == rank + 1 || (batched && shape.size() == rank && shape.get(0) != 1);
        if (!rows || shape.get(0) < 1 || shape.get(0) > MOST || !tensor.type().isFloat()) {
            return List.of(file);
        }
        List<Integer> tail = shape.subList(1, shape.size());
        return parts(given.name(), tensor, shape.get(0), shape.size() == rank ? behindOne(tail) : tail);
    }

    /** Equal parts of a tensor, each taken for a tensor of this shape. */
    private static List<Optional<TensorFile>> parts(String name, StoredTensor tensor, int count, List<Integer> shape) {
        double[] entries = tensor.toDoubles();
        int width = entries.length / count;
        List<Optional<TensorFile>> parts = new ArrayList<>();
        for (int part = 0; part < count; part++) {
            ByteBuffer bytes = ByteBuffer.allocate(width * Double.BYTES);
            for (int i = part * width; i < (part + 1) * width; i++) {
                bytes.putDouble(entries[i]);
            }
            bytes.flip();
            StoredTensor one = StoredTensor.of("", shape, ElementType.F64, bytes);
            parts.add(Optional.of(new TensorFile(name, FileFormat.NPY, List.of(one))));
        }
        return parts;
    }

    private static List<Integer> behindOne(List<Integer> shape) {
        List<Integer> longer = new ArrayList<>(shape);
        longer.add(0, 1);
        return longer;
    }
}
