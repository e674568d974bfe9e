package gradlab.analysis.model;

import static org.assertj.core.api.Assertions.assertThat;

import gradlab.analysis.source.SourceBytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpzWriterTest {
    @TempDir
    private Path folder;

    private static StoredTensor tensor(String name, List<Integer> shape, double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES);
        bytes.asDoubleBuffer().put(values);
        return StoredTensor.of(name, shape, ElementType.F64, bytes);
    }

    private static List<StoredTensor> several() {
        return List.of(
                tensor("layer1/branch/layer2.weight", List.of(2, 3), 1, -0.0, 0x1p-1074, Math.PI, 5, 6),
                tensor("gate", List.of(), 7),
                tensor("none", List.of(0, 4)),
                tensor("kernel", List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2), 8, 9));
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Path file = folder.resolve("several.npz");
        Files.write(file, NpzWriter.bytes(several()));
        List<StoredTensor> read = NpzReader.read(SourceBytes.read(file));
        assertThat(read).hasSize(several().size());
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i).name()).isEqualTo(several().get(i).name());
            assertThat(read.get(i).shape()).isEqualTo(several().get(i).shape());
            assertThat(read.get(i).toDoubles()).isEqualTo(several().get(i).toDoubles());
        }
    }

    @Test
    void theSameTensorsGiveTheSameBytesInAnyTimeZone() {
        TimeZone zone = TimeZone.getDefault();
        byte[] here = NpzWriter.bytes(several());
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(NpzWriter.bytes(several())).isEqualTo(here);
        } finally {
            TimeZone.setDefault(zone);
        }
    }
}
