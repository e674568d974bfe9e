package gradlab.analysis.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import gradlab.analysis.source.MemoryAllowance;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnnxModelTest {

    private static OnnxModel read(ModelProto model) {
        return OnnxModel.of(SourceBytes.of("f", model.toByteArray()));
    }

    private static OnnxModel readWith(TensorProto tensor) {
        return read(Models.model(GraphProto.newBuilder().addInitializer(tensor)));
    }

    private static TensorProto.Builder tensor(TensorProto.DataType type, long... sizes) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName("w").setDataType(type.getNumber());
        for (long size : sizes) {
            tensor.addDims(size);
        }
        return tensor;
    }

    private static double[] numbers(TensorProto.Builder tensor) {
        return java.util.Objects.requireNonNull(
                        readWith(tensor.build()).graph().initialisers().get("w"))
                .toDoubles();
    }

    @Test
    void aModelIsReadWithWhatItSaysOfItself() {
        OnnxModel model = read(Models.branching());
        assertThat(model.opset()).isEqualTo(17);
        assertThat(model.producer()).isEqualTo("test");
        assertThat(model.graph().inputs()).map(ValueInfo::toString).containsExactly("x: float [1 x 3]", "c: bool []");
        assertThat(model.graph().nodes()).map(Node::operator).containsExactly("Gemm", "Relu", "If");
        assertThat(model.graph().initialisers()).containsOnlyKeys("A", "b");
    }

    @Test
    void numbersAreReadFromWhereverTheyStand() {
        assertThat(numbers(tensor(TensorProto.DataType.FLOAT16, 2)
                        .addInt32Data(0x3c00)
                        .addInt32Data(0xc000)))
                .containsExactly(1, -2);
        assertThat(numbers(tensor(TensorProto.DataType.BFLOAT16, 2)
                        .setRawData(ByteString.copyFrom(new byte[] {(byte) 0x80, 0x3f, 0, (byte) 0xc0}))))
                .containsExactly(1, -2);
        assertThat(numbers(tensor(TensorProto.DataType.DOUBLE).addDoubleData(0.1)))
                .containsExactly(0.1);
        assertThat(numbers(tensor(TensorProto.DataType.UINT8, 1).addInt32Data(200)))
                .containsExactly(200);
        assertThat(numbers(tensor(TensorProto.DataType.INT64, 1).addInt64Data(-3)))
                .containsExactly(-3);
    }

    @ParameterizedTest
    @CsvSource({"STRING,1,string", "COMPLEX64,1,complex64", "FLOAT,3,numbers", "FLOAT,9000000000,size"})
    void tensorsThatAreNotWhatTheySayAreRefused(TensorProto.DataType type, long size, String reason) {
        TensorProto tensor = tensor(type, size).addFloatData(1).build();
        assertThatThrownBy(() -> readWith(tensor))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("f: found tensor 'w'")
                .hasMessageContaining(reason);
    }

    @Test
    void twoBytesThatStandForAnObjectAreCounted() {
        GraphProto.Builder graph = GraphProto.newBuilder();
        for (int i = 0; i < 10_000; i++) {
            graph.addNode(ai.onnx.proto.OnnxMl.NodeProto.getDefaultInstance());
        }
        byte[] bytes = Models.model(graph).toByteArray();
        assertThat(bytes.length).isLessThan(21_000);
        SourceBytes source = SourceBytes.of("f", bytes);
        assertThatThrownBy(() -> ModelReader.parse(source, MemoryAllowance.of("f", 1_000_000)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("many small parts");
        assertThat(ModelReader.parse(source, MemoryAllowance.of("f", 3_000_000))
                        .getGraph()
                        .getNodeCount())
                .isEqualTo(10_000);
    }

    @ParameterizedTest
    @CsvSource({
        "../weights.bin, 0, 8, folder",
        "/etc/passwd, 0, 8, folder",
        "sub/../../weights.bin, 0, 8, folder",
        "'', 0, 8, folder",
        "., 0, 8, folder",
        "link.bin, 0, 8, folder",
        "absent.bin, 0, 8, cannot be read",
        "own.bin, 12, 8, beyond the end",
        "own.bin, 999999999999999999, 8, beyond the end",
        "own.bin, 0, 12, 12 bytes",
        "own.bin, -4, 8, offset",
        "own.bin, 0, 1e3, length",
    })
    void externalDataOutsideTheFolderOrItsFileIsRefused(
            String location, String offset, String length, String reason, @TempDir Path folder) throws IOException {
        Path model = withFiles(folder, Models.external(location, offset, length));
        assertThatThrownBy(() -> OnnxModel.read(model))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(model.toString())
                .hasMessageContaining(reason);
    }

    @Test
    void externalDataBesideTheModelIsRead(@TempDir Path folder) throws IOException {
        OnnxModel model = OnnxModel.read(withFiles(folder, Models.external("own.bin", "4", "8")));
        assertThat(java.util.Objects.requireNonNull(model.graph().initialisers().get("w"))
                        .toDoubles())
                .containsExactly(2, 3);
    }

    private static Path withFiles(Path folder, TensorProto tensor) throws IOException {
        ByteBuffer numbers = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        List.of(1f, 2f, 3f, 4f).forEach(numbers::putFloat);
        Files.write(folder.resolve("weights.bin"), numbers.array());
        Path own = Files.createDirectory(folder.resolve("own"));
        Files.write(own.resolve("own.bin"), numbers.array());
        Files.createDirectory(own.resolve("sub"));
        Files.createSymbolicLink(own.resolve("link.bin"), folder.resolve("weights.bin"));
        Path model = own.resolve("model.onnx");
        Files.write(
                model,
                Models.model(GraphProto.newBuilder().addInitializer(tensor)).toByteArray());
        return model;
    }
}
