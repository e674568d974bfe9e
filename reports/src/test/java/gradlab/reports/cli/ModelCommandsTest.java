package gradlab.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is typed about a model, and what comes back: z = 2 A'x, then an operator that nobody knows. */
class ModelCommandsTest {
    /** The norm of [[1, 2], [3, 4], [5, 6]], whose squared singular values are (91 ± sqrt(8185)) / 2. */
    private static final double NORM = Math.sqrt((91 + Math.sqrt(8185)) / 2);

    @TempDir
    private Path folder;

    private String model = "";

    @BeforeEach
    void writeModel() throws IOException {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .setName("g")
                .addInput(value("x", 1, 3))
                .addOutput(value("z", 1, 2))
                .addInitializer(tensor("A", List.of(3L, 2L), 1, 2, 3, 4, 5, 6))
                .addInitializer(tensor("two", List.of(), 2))
                .addNode(node("up", "MatMul", "y", "x", "A"))
                .addNode(node("twice", "Mul", "z", "y", "two"))
                .addNode(node("odd", "Juggle", "w", "z"));
        ModelProto proto = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build();
        model = Files.write(folder.resolve("model.onnx"), proto.toByteArray()).toString();
    }

    @Test
    void theWholeModelHasTheNormOfItsProduct() {
        JsonNode json = json(CommandRun.of("spectrum", model, "--json"));
        assertThat(json.get("norm").doubleValue()).isCloseTo(2 * NORM, within(1e-13));
        assertThat(json.get("shape").toString()).isEqualTo("[2,3]");
    }

    @Test
    void aPartEndsAtTheNodeThatIsNamed() {
        for (String end : List.of("up", "y")) {
            JsonNode json = json(CommandRun.of("spectrum", model, "--to", end, "--json"));
            assertThat(json.get("norm").doubleValue()).as(end).isCloseTo(NORM, within(1e-13));
        }
    }

    @Test
    void certifiedBoundsHoldTheNormOfAPart() {
        JsonNode bounds = json(CommandRun.of("spectrum", model, "--to", "up", "--certified", "--json"))
                .get("certified")
                .get("norm");
        assertThat(bounds.get("lower").doubleValue()).isLessThanOrEqualTo(Math.nextUp(NORM));
        assertThat(bounds.get("upper").doubleValue()).isGreaterThanOrEqualTo(Math.nextDown(NORM));
        assertThat(bounds.get("upper").doubleValue() - bounds.get("lower").doubleValue())
                .isLessThan(1e-10);
    }

    @Test
    void layersAreListedInTheirOrder() {
        JsonNode layers =
                json(CommandRun.of("spectrum", model, "--layers", "--json")).get("layers");
        assertThat(layers.size()).isPositive();
        assertThat(layers.get(0).get("name").stringValue()).contains("up");
    }

    @Test
    void anOperatorThatIsNotKnownIsNamedWithItsNode() {
        CommandRun run = CommandRun.of("spectrum", model, "--to", "odd");
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("model.onnx", "Juggle", "odd");
    }

    @Test
    void aModelIsShownWithItsNodesAndParameters() {
        CommandRun run = CommandRun.of("model", model);
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("MatMul", "Juggle", "1x2");
    }

    @Test
    void aCutFileIsRefusedInOneLine() throws IOException {
        byte[] bytes = Files.readAllBytes(Path.of(model));
        Path cut = Files.write(folder.resolve("cut.onnx"), java.util.Arrays.copyOf(bytes, bytes.length - 7));
        CommandRun run = CommandRun.of("model", cut.toString());
        assertThat(run.status()).isEqualTo(ExitStatus.UNUSABLE);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("cut.onnx");
    }

    private static JsonNode json(CommandRun run) {
        assertThat(run.err()).isEmpty();
        return JsonMapper.shared().readTree(run.out());
    }

    private static NodeProto node(String name, String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setName(name)
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output)
                .build();
    }

    private static TensorProto tensor(String name, List<Long> sizes, float... numbers) {
        TensorProto.Builder tensor =
                TensorProto.newBuilder().setName(name).addAllDims(sizes).setDataType(TensorProto.DataType.FLOAT_VALUE);
        for (float number : numbers) {
            tensor.addFloatData(number);
        }
        return tensor.build();
    }

    private static ValueInfoProto value(String name, long... sizes) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (long size : sizes) {
            shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
        }
        TypeProto.Tensor.Builder type = TypeProto.Tensor.newBuilder()
                .setElemType(TensorProto.DataType.FLOAT_VALUE)
                .setShape(shape);
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }
}
