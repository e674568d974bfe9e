package gradlab.analysis.survey;

import gradlab.analysis.interval.IntervalMatrix;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.source.SourceException;
import java.util.List;
import java.util.Optional;

/** A matrix from a file as the subject of a survey. */
public final class MatrixSubject {
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
                () -> WeightSurvey.of(file));
    }

    /** With several tensors, the one that is a matrix. */
    private static StoredTensor onlyMatrix(TensorFile file) {
        List<StoredTensor> matrices = file.tensors().stream()
                .filter(tensor -> tensor.shape().size() == 2)
                .toList();
        return matrices.size() == 1 ? matrices.get(0) : file.onlyTensor();
    }

    private static void requireFinite(String file, DenseMatrix matrix) {
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
