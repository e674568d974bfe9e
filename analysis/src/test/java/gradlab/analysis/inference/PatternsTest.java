package gradlab.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.GraphProto;
import gradlab.analysis.onnx.Models;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.source.SourceBytes;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatternsTest {

    private static List<Pattern> patterns(GraphProto.Builder graph) {
        return Patterns.of(OnnxModel.of(SourceBytes.of("f", Models.model(graph).toByteArray()))
                .graph());
    }

    private static GraphProto.Builder gelu(float divisor) {
        return GraphProto.newBuilder()
                .addInitializer(Models.tensor("r", List.of(), divisor))
                .addInitializer(Models.tensor("one", List.of(), 1))
                .addInitializer(Models.tensor("half", List.of(), 0.5f))
                .addNode(Models.node("Div", List.of("x", "r"), "a"))
                .addNode(Models.node("Erf", List.of("a"), "b"))
                .addNode(Models.node("Add", List.of("b", "one"), "c"))
                .addNode(Models.node("Mul", List.of("x", "c"), "d"))
                .addNode(Models.node("Mul", List.of("d", "half"), "y"));
    }

    @Test
    void geluNeedsItsConstants() {
        assertThat(patterns(gelu(1.4142135f)))
                .singleElement()
                .satisfies(p -> assertThat(List.of(p.kind().title(), p.input(), p.output()))
                        .containsExactly("Gelu", "x", "y"));
        assertThat(patterns(gelu(1.5f))).isEmpty();
    }

    /** MiniLM has six blocks of one attention and one GELU, and two normalisations each, with one before them. */
    @Test
    void theLayersOfASentenceEncoderAreFound() {
        OnnxModel model = OnnxModel.read(RealModels.file("minilm-l6.onnx"));
        assertThat(Patterns.of(model.graph()))
                .filteredOn(p -> p.kind() == Pattern.Kind.LAYER_NORMALISATION)
                .hasSize(13)
                .allSatisfy(p -> assertThat(p.nodes()).hasSize(9));
        assertThat(Patterns.of(model.graph()))
                .filteredOn(p -> p.kind() == Pattern.Kind.GELU)
                .hasSize(6);
        assertThat(Patterns.of(model.graph()))
                .filteredOn(p -> p.kind() == Pattern.Kind.ATTENTION)
                .hasSize(6);
    }
}
