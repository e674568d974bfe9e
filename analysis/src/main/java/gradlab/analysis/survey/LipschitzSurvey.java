package gradlab.analysis.survey;

import gradlab.analysis.bound.LipschitzBound;
import gradlab.analysis.bound.LipschitzGap;
import gradlab.analysis.bound.Slopes;
import gradlab.analysis.inference.Inference;
import gradlab.analysis.inference.Step;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.tensor.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Global Lipschitz bounds of the way between two values of a model, where that way is a plain network: dense layers
 * (Gemm, MatMul by weights) with entrywise activations between them, one after the other, of one point. Anything else
 * has none here.
 */
final class LipschitzSurvey {
    /** Operators that keep every norm: they rename, reshape or add a constant. */
    private static final Set<String> ISOMETRIES =
            Set.of("Add", "Sub", "Flatten", "Reshape", "Squeeze", "Unsqueeze", "Identity", "Dropout", "Cast");

    private static final Map<String, Slopes> ACTIVATIONS = Map.of(
            "Relu", Slopes.UNIT,
            "Tanh", Slopes.UNIT,
            "Softplus", Slopes.UNIT,
            "Softsign", Slopes.UNIT,
            "Clip", Slopes.UNIT,
            "Sigmoid", Slopes.SIGMOID);

    private final ModelJacobian jacobian;
    private final Inference<Tape.Variable> run;
    private final List<DenseMatrix> weights = new ArrayList<>();
    private final List<Slopes> slopes = new ArrayList<>();
    private final List<String> names = new ArrayList<>();
    private final List<Tape.Variable> ends = new ArrayList<>();

    private LipschitzSurvey(ModelJacobian jacobian) {
        this.jacobian = jacobian;
        this.run = jacobian.run();
    }

    static Optional<Lipschitz> of(ModelJacobian jacobian) {
        LipschitzSurvey survey = new LipschitzSurvey(jacobian);
        return survey.walk() ? Optional.of(survey.bounds()) : Optional.empty();
    }

    /** Follows the way; false where it is no plain network. */
    private boolean walk() {
        String here = jacobian.fromName();
        for (Step step : Path.to(run, jacobian.toName())) {
            Node node = step.node();
            List<String> influenced = node.inputs().stream()
                    .filter(name -> Path.isInfluenced(run, name))
                    .toList();
            if (!influenced.equals(List.of(here)) || !take(node, here)) {
                return false;
            }
            here = node.outputs().get(0);
            if (!weights.isEmpty()) {
                ends.subList(weights.size() - 1, ends.size()).clear();
                ends.add(real(here));
            }
        }
        return !weights.isEmpty() && here.equals(jacobian.toName());
    }

    private boolean take(Node node, String input) {
        if (ISOMETRIES.contains(node.operator())) {
            return !node.operator().equals("Sub") || node.inputs().get(0).equals(input);
        }
        Optional<Slopes> activation = activation(node);
        if (activation.isPresent()) {
            boolean follows = slopes.size() == weights.size() - 1;
            slopes.add(activation.get());
            return follows;
        }
        Optional<DenseMatrix> weight = weight(node, input);
        weight.ifPresent(matrix -> {
            if (slopes.size() < weights.size()) {
                slopes.add(Slopes.IDENTITY);
            }
            weights.add(matrix);
            names.add(node.label());
        });
        return weight.isPresent();
    }

    private static Optional<Slopes> activation(Node node) {
        if (node.operator().equals("LeakyRelu")) {
            double leak = node.real("alpha", 0.01);
            return Optional.of(new Slopes(Math.min(leak, 1), Math.max(leak, 1)));
        }
        return Optional.ofNullable(ACTIVATIONS.get(node.operator()));
    }

    /** The matrix that a node multiplies a single point by. */
    private Optional<DenseMatrix> weight(Node node, String input) {
        boolean multiplies = node.operator().equals("Gemm") || node.operator().equals("MatMul");
        if (!multiplies || !node.inputs().get(0).equals(input) || node.integer("transA", 0) != 0) {
            return Optional.empty();
        }
        Tape.Variable matrix = real(node.inputs().get(1));
        boolean transposed = node.operator().equals("Gemm") && node.integer("transB", 0) == 1;
        if (matrix.shape().rank() != 2) {
            return Optional.empty();
        }
        int inputs = matrix.shape().length(transposed ? 1 : 0);
        int outputs = matrix.shape().length(transposed ? 0 : 1);
        if (real(input).shape().size() != inputs || node.real("alpha", 1) != 1) {
            return Optional.empty();
        }
        double[] stored = matrix.values();
        double[] entries = new double[stored.length];
        for (int i = 0; i < outputs; i++) {
            for (int j = 0; j < inputs; j++) {
                entries[i * inputs + j] = stored[transposed ? i * inputs + j : j * outputs + i];
            }
        }
        return Optional.of(DenseMatrix.of(outputs, inputs, entries));
    }

    private Lipschitz bounds() {
        LipschitzBound bound = LipschitzBound.of(weights, slopes);
        double[] layers = bound.norms().toArray();
        List<LinearOperator> jacobians = new ArrayList<>();
        Tape.Variable start = jacobian.from();
        for (int i = 0; i < layers.length; i++) {
            layers[i] *= i < slopes.size() ? slopes.get(i).steepest() : 1;
            jacobians.add(jacobian.tape().jacobian(ends.get(i), start));
            start = ends.get(i);
        }
        return new Lipschitz(bound, LipschitzGap.of(layers, jacobians), names);
    }

    private Tape.Variable real(String name) {
        return run.value(name).orElseThrow().real(run.algebra());
    }
}
