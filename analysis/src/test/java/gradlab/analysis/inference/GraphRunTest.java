package gradlab.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import gradlab.analysis.onnx.Models;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.Tape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GraphRunTest {

    private final OnnxModel model =
            OnnxModel.of(SourceBytes.of("f", Models.branching().toByteArray()));
    private final Tape tape = new Tape();
    private final Map<String, Value<Tape.Variable>> given = new LinkedHashMap<>();

    private void give(boolean condition) {
        given.put("x", new Value.Real<>(tape.input(Shape.of(1, 3), 1, 0.5, -1)));
        given.put("c", new Value.Whole<>(IntegerTensor.truths(Shape.of(), new boolean[] {condition})));
    }

    private double[] numbers(Inference<Tape.Variable> run, String name) {
        return tape.approximate(run.value(name).orElseThrow().real(tape));
    }

    /** (1, 1, 1) A + b = (8, 13). */
    @Test
    void theInputChoosesTheBranch() {
        give(true);
        given.put("x", new Value.Real<>(tape.input(Shape.of(1, 3), 1, 1, 1)));
        assertThat(numbers(GraphRun.of(model).run(tape, given), "z")).containsExactly(16, 26);
        give(false);
        given.put("x", new Value.Real<>(tape.input(Shape.of(1, 3), 1, 1, 1)));
        assertThat(numbers(GraphRun.of(model).run(tape, given), "z")).containsExactly(4, 6.5);
    }

    @Test
    void aPartRunsUpToANodeAndFromAValue() {
        give(true);
        Inference<Tape.Variable> run = GraphRun.of(model).run(tape, given, List.of("h"));
        assertThat(run.steps()).hasSize(1);
        assertThat(run.steps().get(0).fixed()).containsExactly("A", "b");
        assertThat(numbers(run, "h")).containsExactly(-3.5, -1);
        given.clear();
        given.put("h", new Value.Real<>(tape.input(Shape.of(1, 2), 3, -3)));
        assertThat(numbers(GraphRun.of(model).run(tape, given, List.of("y")), "y"))
                .containsExactly(3, 0);
    }

    @Test
    void theJacobianOfAPartIsThatOfItsOperators() {
        give(true);
        given.put("x", new Value.Real<>(tape.input(Shape.of(1, 3), 1, 1, 1)));
        Inference<Tape.Variable> run = GraphRun.of(model).run(tape, given);
        assertThat(DenseMatrix.of(tape.jacobian(tensor(run, "z"), tensor(run, "x"))))
                .isEqualTo(DenseMatrix.of(2, 3, 2, 6, 10, 4, 8, 12));
        assertThat(DenseMatrix.of(tape.jacobian(tensor(run, "z"), tensor(run, "y"))))
                .isEqualTo(DenseMatrix.of(2, 2, 2, 0, 0, 2));
    }

    private static Tape.Variable tensor(Inference<Tape.Variable> run, String name) {
        return run.value(name).orElseThrow().real(run.algebra());
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> GraphRun.of(model).run(tape, given))
                .isInstanceOf(SourceException.class)
                .hasMessage("f: found no value 'x', expected it given, or computed before it is used");
        assertThatThrownBy(() -> GraphRun.of(model).run(tape, given, List.of("nowhere")))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("'nowhere'");
    }

    @Test
    void anOperatorThatIsNotSupportedIsNamedAndWhatIsBeforeItRuns() {
        OnnxModel strange = OnnxModel.of(SourceBytes.of(
                "f",
                Models.model(GraphProto.newBuilder()
                                .addInput(Models.value("x", TensorProto.DataType.FLOAT, 2))
                                .addOutput(Models.value("z", TensorProto.DataType.FLOAT, 2))
                                .addNode(Models.node("Tanh", List.of("x"), "y"))
                                .addNode(Models.node("NoSuchThing", List.of("y"), "z")))
                        .toByteArray()));
        given.put("x", new Value.Real<>(tape.input(Shape.of(2), 0, 0)));
        assertThatThrownBy(() -> GraphRun.of(strange).run(tape, given))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("f: node 'z' ('NoSuchThing'): found an operator that is not supported");
        assertThat(numbers(GraphRun.of(strange).run(tape, given, List.of("y")), "y"))
                .containsExactly(0, 0);
    }

    @Test
    void shapesThatDoNotFitNameTheNode() {
        give(true);
        given.put("x", new Value.Real<>(tape.input(Shape.of(1, 4), 1, 1, 1, 1)));
        assertThatThrownBy(() -> GraphRun.of(model).run(tape, given))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("f: node 'h' ('Gemm'): found ");
    }
}
