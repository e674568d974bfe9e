package gradlab.analysis.survey;

import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.spectrum.CheckedEigenvalues;
import gradlab.analysis.spectrum.SpectralNorm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Surveys weight matrices: their norms, without any input. */
public final class WeightSurvey {
    /** Eigenvalues of larger matrices take too long for a table. */
    private static final int LARGEST_FOR_EIGENVALUES = 512;

    private WeightSurvey() {}

    /**
     * One weight matrix.
     *
     * @throws IllegalArgumentException if an entry is not finite
     */
    public static WeightRow of(String name, DenseMatrix matrix, List<WeightRow> blocks) {
        double norm = SpectralNorm.withDefaults().of(matrix).value();
        double frobeniusSquared =
                Arrays.stream(matrix.toArray()).map(entry -> entry * entry).sum();
        boolean square =
                matrix.rows() == matrix.columns() && matrix.rows() > 0 && matrix.rows() <= LARGEST_FOR_EIGENVALUES;
        return new WeightRow(
                name,
                matrix.rows(),
                matrix.columns(),
                frobeniusSquared,
                norm,
                norm > 0 ? stableRank(matrix, norm) : 0,
                square ? OptionalDouble.of(CheckedEigenvalues.of(matrix).spectralRadius()) : OptionalDouble.empty(),
                blocks);
    }

    /** Entries are divided first, so that squares neither overflow nor vanish. */
    private static double stableRank(DenseMatrix matrix, double norm) {
        return Arrays.stream(matrix.toArray())
                .map(entry -> (entry / norm) * (entry / norm))
                .sum();
    }

    /**
     * The blocks of a stacked weight matrix, one a gate and direction in the order of the file; none for a single one.
     *
     * @param gates the names of the gates, in the order in which they are stacked
     * @param directions how many times the gates are stacked
     */
    static List<WeightRow> blocks(DenseMatrix matrix, List<String> gates, int directions) {
        int count = gates.size() * directions;
        if (count <= 1 || matrix.rows() % count != 0) {
            return List.of();
        }
        int size = matrix.rows() / count * matrix.columns();
        double[] entries = matrix.toArray();
        return IntStream.range(0, count)
                .mapToObj(b -> of(
                        gates.get(b % gates.size()) + (directions > 1 ? " of direction " + b / gates.size() : ""),
                        DenseMatrix.of(
                                matrix.rows() / count,
                                matrix.columns(),
                                Arrays.copyOfRange(entries, b * size, (b + 1) * size)),
                        List.of()))
                .toList();
    }

    /** One row for each tensor of a file that has at least two indices, the first taken as rows. */
    public static List<LayerRow> of(TensorFile file, Progress progress) {
        List<StoredTensor> tensors = file.tensors().stream()
                .filter(tensor -> tensor.shape().size() >= 2 && tensor.type().isFloat())
                .toList();
        List<LayerRow> rows = new ArrayList<>();
        for (StoredTensor tensor : tensors) {
            progress.pass("layers", rows.size(), tensors.size());
            rows.add(row(tensor));
        }
        return rows;
    }

    private static LayerRow row(StoredTensor tensor) {
        int rows = tensor.shape().get(0);
        int columns = rows == 0 ? 0 : tensor.count() / rows;
        WeightRow weight = of(tensor.name(), DenseMatrix.of(rows, columns, tensor.toDoubles()), List.of());
        return new LayerRow(
                tensor.name(),
                "weights",
                List.of(columns),
                List.of(rows),
                tensor.count(),
                List.of(weight),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
    }
}
