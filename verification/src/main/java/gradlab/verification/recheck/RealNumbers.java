package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The real numbers, known exactly or within bounds. */
enum RealNumbers implements Numbers {
    /** The only ones. */
    REALS;

    private static final Map<String, Value> CONSTANTS = makeConstants();

    private static Map<String, Value> makeConstants() {
        Map<String, Value> constants = new HashMap<>(Activations.LAYERS);
        constants.put("pi", Mat.of(Series.PI));
        constants.put("e", Mat.of(Series.exp(Num.ONE)));
        constants.put("true", Answer.HOLDS);
        constants.put("false", Answer.VIOLATED);
        constants.put("relu", Layer.RELU);
        constants.put("tanh", Layer.TANH);
        constants.put("sigmoid", Layer.SIGMOID);
        constants.put("softmax", Normalisations.SOFTMAX);
        constants.put("logsoftmax", Normalisations.LOG_SOFTMAX);
        constants.put("identity_map", Layer.sequential(List.of()));
        return Map.copyOf(constants);
    }

    @Override
    public Map<String, Value> constants() {
        return CONSTANTS;
    }

    @Override
    public Num literal(Rational written) {
        return Num.of(written);
    }

    @Override
    public Num add(Num a, Num b) {
        return a.add(b);
    }

    @Override
    public Num multiply(Num a, Num b) {
        return a.multiply(b);
    }

    @Override
    public Num norm(Mat matrix, boolean quick) {
        return quick ? SingularValues.quickNorm(matrix) : SingularValues.of(matrix, 1);
    }

    @Override
    public Value call(String operation, Arguments a) {
        if (CONSTANTS.get(operation) instanceof Layer layer && a.count() == 1) {
            return layer.apply(a.mat(0));
        }
        Builtins.Builtin builtin = Builtins.named(operation)
                .orElseThrow(() -> new RecheckException("expected an operation, not '" + operation + "'"));
        require(
                a.count() >= builtin.least() && a.count() <= builtin.most(),
                "another number of arguments to " + operation);
        return builtin.result().apply(a);
    }
}
