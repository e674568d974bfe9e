package gradlab.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TensorFileTest {

    private static DenseMatrix matrix(byte[] bytes) {
        TensorFile file = TensorFile.of(SourceBytes.of("f", bytes));
        return file.matrix(file.onlyTensor());
    }

    @Test
    void aTensorWithFewerIndicesIsAColumnOrOneByOne() {
        assertThat(matrix(Written.npy("(2, 1)", 1, 2))).isEqualTo(DenseMatrix.of(2, 1, 1, 2));
        assertThat(matrix(Written.npy("(2,)", 1, 2))).isEqualTo(DenseMatrix.of(2, 1, 1, 2));
        assertThat(matrix(Written.npy("()", 3))).isEqualTo(DenseMatrix.of(1, 1, 3));
        assertThat(matrix(Written.npy("(0, 5)"))).isEqualTo(DenseMatrix.of(0, 5));
        assertThatThrownBy(() -> matrix(Written.npy("(1, 1, 1)", 3)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("1 x 1 x 1");
    }

    @Test
    void oneOfSeveralTensorsIsChosenByName() throws IOException {
        TensorFile file = TensorFile.of(SourceBytes.of("f", Fixtures.bytes("stored.npz")));
        assertThat(file.matrix(file.tensor("weight")).rows()).isEqualTo(3);
        assertThatThrownBy(file::onlyTensor)
                .isInstanceOf(SourceException.class)
                .hasMessage("f: found 3 tensors, expected one of them by name: weight, bias, step");
        assertThatThrownBy(() -> file.tensor("weigth"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("'weigth'");
    }

    @Test
    void theNameOfAFileSaysNothingAboutItsFormat(@TempDir Path folder) throws IOException {
        Path misnamed = folder.resolve("weights.safetensors");
        Files.write(misnamed, Written.npy("(1,)", 4));
        assertThat(TensorFile.read(misnamed).format()).isEqualTo(FileFormat.NPY);
        assertThatThrownBy(() -> TensorFile.read(folder))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("not a regular file");
        assertThatThrownBy(() -> TensorFile.read(folder.resolve("none")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void matrixMarketTakesNanAndInfinityAndFortransExponents() {
        byte[] text = "%%MatrixMarket matrix array real general\n% \u00e9\n\n2 2\n nan\n-Inf \n1.5D+2\n\t.5\n"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(matrix(text)).isEqualTo(DenseMatrix.of(2, 2, Double.NaN, 150, Double.NEGATIVE_INFINITY, 0.5));
    }
}
