package gradlab.dynamics.data;

import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Shape;
import java.nio.file.Path;

/**
 * Two arrays of an npz or safetensors file whose first axis counts the points.
 *
 * @param file the file
 * @param inputs the array of the inputs: [n, width], [n, steps, width] or [n, channels, height, width]
 * @param targets the array of the answers
 * @param labels whether these are classes 0, 1, ... or numbers
 */
record ArrayFile(Path file, String inputs, String targets, boolean labels) {
    private static final int LARGEST_RANK = 4;
    private static final int MOST_CLASSES = 10_000;

    DataSet read() {
        TensorFile tensors = TensorFile.read(file);
        StoredTensor points = tensors.tensor(inputs);
        StoredTensor answers = tensors.tensor(targets);
        int rank = points.shape().size();
        if (rank < 2 || rank > LARGEST_RANK || points.count() == 0) {
            throw SourceException.in(
                    tensors.name(),
                    "inputs of shape " + points.shapeText(),
                    "points first, then a vector, a sequence or an image");
        }
        int size = points.shape().get(0);
        if (answers.shape().isEmpty() || answers.shape().get(0) != size || answers.count() == 0) {
            throw SourceException.in(
                    tensors.name(), "answers of shape " + answers.shapeText(), size + " of them along the first axis");
        }
        double[] x = finite(tensors.name(), points);
        double[] y = finite(tensors.name(), answers);
        Shape shape = new Shape(points.shape().subList(1, rank));
        return labels ? Labels.of(tensors.name(), shape, x, y, MOST_CLASSES) : DataSet.targeted(shape, x, y);
    }

    private static double[] finite(String file, StoredTensor tensor) {
        double[] values = tensor.toDoubles();
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw SourceException.in(file, values[i] + " as entry " + i + " of " + tensor.name(), "finite numbers");
            }
        }
        return values;
    }
}
