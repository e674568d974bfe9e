package gradlab.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What is written comes back, and what is damaged is an error of one line or still a tensor. */
class ReaderProperties {

    private static final List<String> FILES = List.of(
            "c-f8.npy",
            "fortran-f8.npy",
            "version-3.npy",
            "stored.npz",
            "deflated.npz",
            "all.safetensors",
            "array-symmetric.mtx",
            "coordinate.mtx",
            "pattern.mtx");

    @Provide
    Arbitrary<List<Integer>> shapes() {
        return Arbitraries.integers().between(0, 4).list().ofMaxSize(4);
    }

    @Property(tries = 300)
    void npyNpzAndSafetensorsComeBack(
            @ForAll("shapes") List<Integer> shape, @ForAll @Size(min = 256, max = 256) double[] drawn) {
        double[] values = Arrays.copyOf(drawn, (int) TensorShape.count(shape));
        byte[] npy = Written.npy(Written.shape(shape), values);
        String header = String.format(
                Locale.ROOT,
                "{\"x\":{\"dtype\":\"F64\",\"shape\":%s,\"data_offsets\":[0,%d]}}",
                shape,
                8 * values.length);
        for (byte[] file :
                List.of(npy, Written.zip(Map.of("x.npy", npy)), Written.safetensors(header, Written.doubles(values)))) {
            StoredTensor tensor = TensorFile.of(SourceBytes.of("f", file)).onlyTensor();
            assertThat(tensor.shape()).isEqualTo(shape);
            assertThat(tensor.toDoubles()).isEqualTo(values);
        }
    }

    @Property(tries = 300)
    void matrixMarketComesBack(
            @ForAll @IntRange(min = 1, max = 5) int rows, @ForAll @Size(min = 25, max = 25) double[] drawn) {
        StringBuilder array = new StringBuilder("%%MatrixMarket matrix array real general\n" + rows + " 5\n");
        StringBuilder coordinate =
                new StringBuilder("%%MatrixMarket matrix coordinate real general\n" + rows + " 5 " + 5 * rows + "\n");
        for (int j = 0; j < 5; j++) {
            for (int i = 0; i < rows; i++) {
                double value = drawn[i * 5 + j];
                array.append(value).append('\n');
                coordinate
                        .append(i + 1)
                        .append(' ')
                        .append(j + 1)
                        .append(' ')
                        .append(value)
                        .append('\n');
            }
        }
        for (StringBuilder text : List.of(array, coordinate)) {
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            assertThat(TensorFile.of(SourceBytes.of("f", bytes)).onlyTensor().toDoubles())
                    .isEqualTo(Arrays.copyOf(drawn, rows * 5));
        }
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(FILES);
    }

    @Property(tries = 4_000)
    void aDamagedFileIsReadOrRefused(
            @ForAll("files") String file,
            @ForAll @IntRange(max = 1 << 20) int keep,
            @ForAll @Size(max = 6) List<@IntRange(max = 1 << 20) Integer> places,
            @ForAll @Size(min = 6, max = 6) byte[] values)
            throws IOException {
        byte[] whole = Fixtures.bytes(file);
        byte[] bytes = keep % 3 == 0 ? Arrays.copyOf(whole, keep % (whole.length + 1)) : whole;
        for (int i = 0; i < places.size() && bytes.length > 0; i++) {
            bytes[places.get(i) % bytes.length] = values[i];
        }
        try {
            TensorFile.of(SourceBytes.of("f", bytes))
                    .tensors()
                    .forEach(t -> assertThat(t.toDoubles()).hasSize(t.count()));
        } catch (SourceException e) {
            assertThat(e).hasMessageStartingWith("f").hasMessageNotContaining("\n");
        }
    }
}
