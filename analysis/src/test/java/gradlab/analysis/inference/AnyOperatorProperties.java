package gradlab.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import gradlab.analysis.onnx.Models;
import gradlab.analysis.source.SourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.statistics.Statistics;

/** Any operator on inputs and attributes that may or may not fit it: a result, or an error of one line. */
class AnyOperatorProperties {

    private static final List<String> LISTS = List.of(
            "axes",
            "perm",
            "pads",
            "strides",
            "dilations",
            "kernel_shape",
            "output_padding",
            "output_shape",
            "split",
            "starts",
            "ends");
    private static final List<String> NUMBERS = List.of(
            "axis",
            "group",
            "blocksize",
            "keepdims",
            "num_groups",
            "ceil_mode",
            "count_include_pad",
            "p",
            "batch_dims",
            "k",
            "layout",
            "to",
            "batch_axis",
            "time_axis",
            "exclusive",
            "reverse",
            "linear_before_reset");

    @Provide
    Arbitrary<String> operators() {
        return Arbitraries.of(OperatorTable.names());
    }

    @Provide
    Arbitrary<List<TensorProto>> inputs() {
        return tensors().list().ofMaxSize(6);
    }

    private static Arbitrary<TensorProto> tensors() {
        Arbitrary<List<Long>> shapes = Arbitraries.longs().between(0, 4).list().ofMaxSize(4);
        Arbitrary<Long> numbers = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(20, Arbitraries.longs().between(-3, 5)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE, 1L << 31, 70_000L)));
        return net.jqwik.api.Combinators.combine(
                        shapes, Arbitraries.of(true, false), numbers.list().ofSize(256))
                .as(AnyOperatorProperties::tensor);
    }

    private static TensorProto tensor(List<Long> shape, boolean real, List<Long> numbers) {
        int count = (int) shape.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b);
        TensorProto.Builder tensor = TensorProto.newBuilder()
                .addAllDims(shape)
                .setDataType(real ? TensorProto.DataType.FLOAT_VALUE : TensorProto.DataType.INT64_VALUE);
        for (int i = 0; i < count; i++) {
            if (real) {
                tensor.addFloatData(numbers.get(i) / 2f);
            } else {
                tensor.addInt64Data(numbers.get(i));
            }
        }
        return tensor.build();
    }

    @Provide
    Arbitrary<List<AttributeProto>> attributes() {
        Arbitrary<AttributeProto> lists = net.jqwik.api.Combinators.combine(
                        Arbitraries.of(LISTS),
                        Arbitraries.longs().between(-2, 4).list().ofMaxSize(6))
                .as((name, values) -> AttributeProto.newBuilder()
                        .setName(name)
                        .addAllInts(values)
                        .build());
        Arbitrary<AttributeProto> numbers = net.jqwik.api.Combinators.combine(
                        Arbitraries.of(NUMBERS),
                        Arbitraries.oneOf(
                                Arbitraries.longs().between(-3, 7),
                                Arbitraries.of(Long.MIN_VALUE, Long.MAX_VALUE, 65_536L, -2_147_483_648L)))
                .as((name, value) ->
                        AttributeProto.newBuilder().setName(name).setI(value).build());
        Arbitrary<AttributeProto> texts = net.jqwik.api.Combinators.combine(
                        Arbitraries.of("auto_pad", "mode", "equation", "direction", "reduction"),
                        Arbitraries.of(
                                "SAME_UPPER",
                                "SAME_LOWER",
                                "VALID",
                                "reflect",
                                "edge",
                                "ij,jk->ik",
                                "ii",
                                "...i->i",
                                "i->",
                                "ab->ba",
                                "bidirectional",
                                "reverse",
                                "add",
                                "max",
                                "",
                                "CRD"))
                .as((name, value) -> AttributeProto.newBuilder()
                        .setName(name)
                        .setS(com.google.protobuf.ByteString.copyFromUtf8(value))
                        .build());
        return Arbitraries.oneOf(lists, numbers, texts).list().ofMaxSize(5);
    }

    @Property(tries = 8_000)
    void anOperatorGivesAResultOrAnError(
            @ForAll("operators") String operator,
            @ForAll("inputs") List<TensorProto> inputs,
            @ForAll("attributes") List<AttributeProto> attributes,
            @ForAll @Size(min = 6, max = 6) List<Boolean> leftOut) {
        GraphProto.Builder graph = GraphProto.newBuilder();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            String name = leftOut.get(i) && i > 1 ? "" : "x" + i;
            names.add(name);
            graph.addInitializer(inputs.get(i).toBuilder().setName("x" + i));
        }
        NodeProto node = Models.node(operator, names, "y", "z").toBuilder()
                .addAllAttribute(attributes)
                .build();
        graph.addNode(node).addOutput(Models.value("y", TensorProto.DataType.FLOAT));
        Optional<SourceException> error =
                HostileModel.readAndRun(Models.model(graph).toByteArray());
        error.ifPresent(e -> assertThat(e).hasMessageStartingWith("f").hasMessageNotContaining("\n"));
        // Were nearly all refused, the property would say little about what is computed.
        Statistics.label("carried out")
                .collect(error.isEmpty())
                .coverage(coverage -> coverage.check(true).percentage(p -> p > 5));
    }
}
