package gradlab.analysis.survey;

import gradlab.analysis.inference.Inference;
import gradlab.analysis.inference.Step;
import gradlab.analysis.inference.Value;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Tape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a model into layers: at the values that everything that depends on the input has to pass, so that the Jacobian of the whole
 * is the product of those between them.
 */
final class DepthSurvey {
    private final ModelJacobian jacobian;
    private final Inference<Tape.Variable> run;
    private final List<Step> steps;

    private DepthSurvey(ModelJacobian jacobian) {
        this.jacobian = jacobian;
        this.run = jacobian.run();
        this.steps = Path.to(run, jacobian.toName());
    }

    static LayerChain of(String file, ModelJacobian jacobian) {
        if (!jacobian.isInfluenced() || jacobian.toName().equals(jacobian.fromName())) {
            throw SourceException.in(
                    file,
                    jacobian.toName() + " does not depend on " + jacobian.fromName(),
                    "an output that is computed from the input");
        }
        return new DepthSurvey(jacobian).chain();
    }

    private LayerChain chain() {
        LayerChain.Links links = new LayerChain.Links();
        Set<String> open = new HashSet<>(Set.of(jacobian.fromName()));
        Map<String, Integer> last = lastUses();
        Tape.Variable before = jacobian.from();
        List<Node> between = new ArrayList<>();
        boolean weighted = false;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            int now = i;
            between.add(step.node());
            weighted |= multiplies(step);
            step.node().outputs().stream()
                    .filter(o -> Path.isInfluenced(run, o))
                    .forEach(open::add);
            open.removeIf(value -> last.getOrDefault(value, -1) <= now);
            if (open.size() == 1) {
                Tape.Variable after = real(open.iterator().next());
                links.add(label(between, weighted), weighted, jacobian.tape().jacobian(after, before));
                before = after;
                between.clear();
                weighted = false;
            }
        }
        return new LayerChain(jacobian.differentiable(), links.all());
    }

    /** The last step that takes each value; that of the end lies behind them all. */
    private Map<String, Integer> lastUses() {
        Map<String, Integer> last = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            for (String value : Path.taken(steps.get(i).node())) {
                last.put(value, i);
            }
        }
        last.put(jacobian.toName(), steps.size());
        return last;
    }

    private boolean multiplies(Step step) {
        return ResidualSurvey.WEIGHTED.contains(step.node().operator())
                && step.fixed().stream()
                        .anyMatch(name -> run.value(name).filter(Value::isReal).isPresent()
                                && real(name).shape().rank() >= 2);
    }

    /** Of several operators the last that multiplies, or else the last. */
    private static String label(List<Node> nodes, boolean weighted) {
        Node named = nodes.get(nodes.size() - 1);
        for (Node node : nodes) {
            named = weighted && ResidualSurvey.WEIGHTED.contains(node.operator()) ? node : named;
        }
        return named.label();
    }

    private Tape.Variable real(String name) {
        return run.value(name).orElseThrow().real(run.algebra());
    }
}
