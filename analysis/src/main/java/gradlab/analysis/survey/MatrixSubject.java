package gradlab.analysis.survey;

import gradlab.analysis.interval.IntervalMatrix;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.source.SourceException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A matrix from a file as the subject of a survey. */
public final class MatrixSubject {
    private static final int MOST_NAMES = 20;

    private MatrixSubject() {}

    /**
     * A matrix of a file of tensors.
     *
     * @param name its name; the only tensor of the file, or its only matrix, where none is given
     * @throws SourceException if there is no such tensor, it is no matrix, or an entry is not finite
     */
    public static Subject of(TensorFile file, Optional<String> name) {
        StoredTensor tensor = name.map(file::tensor).orElseGet(() -> onlyMatrix(file));
        DenseMatrix matrix = file.matrix(tensor);
        requireFinite(file.name(), matrix);
        String of = tensor.name().isEmpty() ? "the matrix" : "the matrix " + tensor.name();
        return new Subject(
                file.name(),
                file.format().title(),
                of,
                matrix,
                () -> IntervalMatrix.of(matrix.rows(), matrix.columns(), matrix.toArray()),
                progress -> WeightSurvey.of(file, progress),
                Optional::empty);
    }

    /** With several tensors, the one that is a matrix. */
    private static StoredTensor onlyMatrix(TensorFile file) {
        List<StoredTensor> matrices = file.tensors().stream()
                .filter(tensor -> tensor.shape().size() == 2)
                .toList();
        if (matrices.size() == 1) {
            return matrices.get(0);
        }
        if (file.tensors().size() > 1) {
            String names = file.tensors().stream()
                    .limit(MOST_NAMES)
                    .map(StoredTensor::name)
                    .collect(Collectors.joining(", "));
            throw SourceException.in(
                    file.name(),
                    matrices.size() + " matrices among " + file.tensors().size() + " tensors",
                    "--tensor with the name of one: " + names);
        }
        return file.onlyTensor();
    }

    static void requireFinite(String file, DenseMatrix matrix) {
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                double entry = matrix.get(i, j);
                if (!Double.isFinite(entry)) {
                    throw SourceException.in(
                            file, entry + " in row " + i + " and column " + j + " (from 0)", "finite numbers");
                }
            }
        }
    }
}
