package gradlab.analysis.survey;

import gradlab.analysis.inference.Inference;
import gradlab.analysis.inference.Value;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.spectrum.SpectralNorm;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** One row for each layer on the way from one value of a model to another. */
final class LayerSurvey {
    /** A table shows five digits. */
    private static final SpectralNorm NORM =
            SpectralNorm.withDefaults().withRelativeTolerance(1e-6).withMaxSteps(100);

    /** Which inputs of an operator are matrices that it multiplies by. */
    private static final Map<String, List<Integer>> MULTIPLIED = Map.of(
            "MatMul", List.of(0, 1),
            "Gemm", List.of(0, 1),
            "Conv", List.of(1),
            "ConvTranspose", List.of(1),
            "LSTM", List.of(1, 2),
            "GRU", List.of(1, 2),
            "RNN", List.of(1, 2));

    private final OnnxModel model;
    private final ModelJacobian jacobian;
    private final Inference<Tape.Variable> run;
    private final Progress progress;

    LayerSurvey(OnnxModel model, ModelJacobian jacobian, Progress progress) {
        this.progress = progress;
        this.model = model;
        this.jacobian = jacobian;
        this.run = jacobian.run();
    }

    List<LayerRow> rows() {
        if (!jacobian.isInfluenced()) {
            return List.of();
        }
        progress.pass("layers", 0, -1);
        double[] gradient = mostAmplified();
        List<LayerRow> rows = new ArrayList<>();
        List<Stage> stages = Stages.to(jacobian.toName(), run, model.graph());
        for (Stage stage : stages) {
            progress.pass("layers", rows.size(), stages.size());
            rows.add(row(stage, gradient));
        }
        return rows;
    }

    /** The left singular vector of the norm of the whole Jacobian. */
    private double[] mostAmplified() {
        LinearOperator whole = jacobian.operator();
        double[] image = whole.apply(NORM.mostStretched(whole).toArray());
        double length = Math.sqrt(Arrays.stream(image).map(x -> x * x).sum());
        return Arrays.stream(image).map(x -> length > 0 ? x / length : 0).toArray();
    }

    private LayerRow row(Stage stage, double[] gradient) {
        Tape.Variable input = real(stage.input());
        Tape.Variable output = real(stage.output());
        double[] back = jacobian.tape()
                .pull(List.of(jacobian.to()), List.of(gradient), List.of(input))
                .get(0);
        return new LayerRow(
                stage.node().label(),
                stage.type(),
                input.shape().lengths(),
                output.shape().lengths(),
                stage.fixed().stream()
                        .filter(this::isReal)
                        .map(name -> real(name).shape())
                        .filter(shape -> shape.rank() > 0)
                        .mapToLong(Shape::size)
                        .sum(),
                weights(stage),
                OptionalDouble.of(
                        NORM.of(jacobian.tape().jacobian(output, input)).value()),
                RecurrentState.jacobianNorm(model, run, stage.node(), NORM),
                OptionalDouble.of(Math.sqrt(Arrays.stream(back).map(x -> x * x).sum())));
    }

    /** The weight matrices of a layer that multiplies by some. */
    private List<WeightRow> weights(Stage stage) {
        return MULTIPLIED.getOrDefault(stage.type(), List.of()).stream()
                .filter(place -> place < stage.node().inputs().size())
                .map(place -> stage.node().inputs().get(place))
                .filter(name -> isReal(name) && !Path.isInfluenced(run, name))
                .filter(name -> real(name).shape().rank() >= 2)
                .map(name -> weight(stage.type(), name))
                .toList();
    }

    private WeightRow weight(String operator, String name) {
        Tape.Variable tensor = real(name);
        Shape shape = tensor.shape();
        List<String> gates = RecurrentState.gates(operator);
        int leading = gates.isEmpty() ? 1 : 2;
        int rows = shape.size(0, Math.min(leading, shape.rank() - 1));
        DenseMatrix matrix = DenseMatrix.of(rows, shape.size() / Math.max(rows, 1), tensor.values());
        return WeightSurvey.of(name, matrix, WeightSurvey.blocks(matrix, gates, gates.isEmpty() ? 1 : shape.length(0)));
    }

    private boolean isReal(String name) {
        return run.value(name).filter(Value::isReal).isPresent();
    }

    private Tape.Variable real(String name) {
        return run.value(name).orElseThrow().real(run.algebra());
    }
}
