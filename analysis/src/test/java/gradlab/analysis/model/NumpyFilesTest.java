package gradlab.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that NumPy and SciPy wrote (make-fixtures.py beside them says how), read to the last bit. */
class NumpyFilesTest {

    static Stream<String> expectations() throws IOException {
        return new String(Fixtures.bytes("expected.txt"), StandardCharsets.UTF_8).lines();
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void readsWhatWasWritten(String expectation) throws IOException {
        String[] parts = expectation.split("\\|", -1);
        StoredTensor tensor = TensorFile.of(SourceBytes.of(parts[0], Fixtures.bytes(parts[0])))
                .tensor(parts[1]);
        assertThat(tensor.shape())
                .isEqualTo(words(parts[2]).stream().map(Integer::valueOf).toList());
        double[] expected =
                words(parts[3]).stream().mapToDouble(NumpyFilesTest::python).toArray();
        assertThat(bits(tensor.toDoubles())).isEqualTo(bits(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"object.refused", "record.refused", "complex.refused", "complex-market.refused"})
    void refusesWhatIsNoRealArray(String file) throws IOException {
        SourceBytes source = SourceBytes.of(file, Fixtures.bytes(file));
        assertThatThrownBy(() -> TensorFile.of(source))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(file)
                .hasMessageMatching(".*(Python objects|records|complex|c16).*");
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split(","));
    }

    private static double python(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }

    private static long[] bits(double[] values) {
        return Arrays.stream(values).mapToLong(Double::doubleToLongBits).toArray();
    }
}
