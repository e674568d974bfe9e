package gradlab.analysis.survey;

import gradlab.analysis.model.FileFormat;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads a system with inputs and outputs: one file of tensors A, B, C and D (in either case), or a square matrix with its B, C and
 * D in files of their own. What is not given is the identity (B and C) or 0 (D). A row of numbers without a second index is a
 * column of B, a row of C, and the one row or column of D that fits.
 */
public final class StateSpaceFiles {
    private final TensorFile file;
    private final Optional<Path> input;
    private final Optional<Path> output;
    private final Optional<Path> direct;

    private StateSpaceFiles(TensorFile file, Optional<Path> input, Optional<Path> output, Optional<Path> direct) {
        this.file = file;
        this.input = input;
        this.output = output;
        this.direct = direct;
    }

    /**
     * The system of a file; empty if neither the file nor an option has B or C.
     *
     * @param name which tensor is A, if that is said; then tensors B, C and D of the file do not count
     * @throws SourceException if shapes do not fit or a number is not finite
     */
    public static Optional<StateSpace> of(
            Path path, Optional<String> name, Optional<Path> input, Optional<Path> output, Optional<Path> direct) {
        boolean isAsked = input.isPresent() || output.isPresent() || direct.isPresent();
        SourceBytes bytes = SourceBytes.read(path);
        if (FileFormat.of(bytes) == FileFormat.ONNX) {
            if (isAsked) {
                throw SourceException.in(bytes.name(), "B, C or D beside a model", "a matrix");
            }
            return Optional.empty();
        }
        StateSpaceFiles files = new StateSpaceFiles(TensorFile.of(bytes), input, output, direct);
        boolean isNamed = name.isEmpty()
                && files.inside("A").isPresent()
                && (files.inside("B").isPresent() || files.inside("C").isPresent());
        return isAsked || isNamed ? Optional.of(files.system(name, isNamed)) : Optional.empty();
    }

    private Optional<StoredTensor> inside(String letter) {
        return file.tensors().stream()
                .filter(tensor -> tensor.name().toUpperCase(Locale.ROOT).equals(letter))
                .findFirst();
    }

    private StateSpace system(Optional<String> name, boolean isNamed) {
        DenseMatrix a = isNamed
                ? matrix(file, inside("A").orElseThrow(), false)
                : DenseMatrix.of(MatrixSubject.of(file, name).operator());
        int n = a.rows();
        if (n == 0 || a.columns() != n) {
            throw SourceException.in(
                    file.name(), "A of " + shape(a), "a square matrix with at least one row to feed back");
        }
        DenseMatrix b = part("B", input, isNamed, false).orElseGet(() -> DenseMatrix.identity(n));
        DenseMatrix c = part("C", output, isNamed, true).orElseGet(() -> DenseMatrix.identity(n));
        require("B", input, b, b.rows() == n && b.columns() > 0, n + " rows, as A has");
        require("C", output, c, c.columns() == n && c.rows() > 0, n + " columns, as A has");
        int outputs = c.rows();
        int inputs = b.columns();
        DenseMatrix d = part("D", direct, isNamed, outputs == 1)
                .orElseGet(() -> DenseMatrix.of(outputs, inputs, new double[outputs * inputs]));
        require("D", direct, d, d.rows() == outputs && d.columns() == inputs, outputs + " x " + inputs);
        return new StateSpace(file.name(), file.format().title(), a, b, c, d);
    }

    private Optional<DenseMatrix> part(String letter, Optional<Path> path, boolean isNamed, boolean isRow) {
        if (path.isPresent()) {
            TensorFile own = TensorFile.read(path.get());
            return Optional.of(matrix(own, own.onlyTensor(), isRow));
        }
        return isNamed ? inside(letter).map(tensor -> matrix(file, tensor, isRow)) : Optional.empty();
    }

    /** A tensor with one index is a column, unless a row is meant. */
    private static DenseMatrix matrix(TensorFile from, StoredTensor tensor, boolean isRow) {
        DenseMatrix matrix = from.matrix(tensor);
        MatrixSubject.requireFinite(from.name(), matrix);
        return isRow && tensor.shape().size() == 1
                ? DenseMatrix.of(1, /* columns= */ matrix.rows(), matrix.toArray())
                : matrix;
    }

    private void require(String letter, Optional<Path> path, DenseMatrix matrix, boolean holds, String expected) {
        if (!holds) {
            throw SourceException.in(
                    path.map(Path::toString).orElse(file.name()), letter + " of " + shape(matrix), expected);
        }
    }

    private static String shape(DenseMatrix matrix) {
        return matrix.rows() + " x " + matrix.columns();
    }
}
