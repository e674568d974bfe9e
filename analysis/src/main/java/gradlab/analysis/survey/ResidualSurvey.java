package gradlab.analysis.survey;

import gradlab.analysis.inference.Inference;
import gradlab.analysis.inference.Step;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.tensor.Tape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the residual layers on the way to a value: sums of a value x and of others of its shape that are all computed from x.
 * Sums of sums count as one. A branch has to hold an operator that multiplies by weights if any of the model does, which keeps
 * out what activations add up inside; and where one residual layer lies in the branch of another, the inner one is meant.
 */
final class ResidualSurvey {
    private static final Set<String> SUMS = Set.of("Add", "Sum");

    /** Operators that multiply by weights. */
    static final Set<String> WEIGHTED = Set.of(
            "MatMul", "Gemm", "Conv", "ConvTranspose", "Einsum", "LSTM", "GRU", "RNN", "FusedMatMul", "FusedConv");

    private final OnnxModel model;
    private final ModelJacobian jacobian;
    private final Inference<Tape.Variable> run;
    private final List<Step> steps;
    private final Map<String, Step> makers = new HashMap<>();
    private final Map<String, Integer> takers = new HashMap<>();

    private ResidualSurvey(OnnxModel model, ModelJacobian jacobian) {
        this.model = model;
        this.jacobian = jacobian;
        this.run = jacobian.run();
        this.steps = Path.to(run, jacobian.toName());
        for (Step step : steps) {
            step.node().outputs().forEach(output -> makers.put(output, step));
            step.node().inputs().forEach(input -> takers.merge(input, 1, Integer::sum));
        }
        takers.merge(jacobian.toName(), 1, Integer::sum);
    }

    /** A sum that has the form of a residual layer. */
    private record Found(Step sum, String skip, List<String> terms, Set<Node> branch) {
        String output() {
            return sum.node().outputs().get(0);
        }
    }

    static List<ResidualBranch> of(OnnxModel model, ModelJacobian jacobian) {
        return jacobian.isInfluenced() ? new ResidualSurvey(model, jacobian).branches() : List.of();
    }

    private List<ResidualBranch> branches() {
        List<Found> found = new ArrayList<>();
        for (Step step : steps) {
            if (isSum(step.node()) && !isInnerSum(step.node().outputs().get(0))) {
                residual(step).ifPresent(found::add);
            }
        }
        if (found.stream().anyMatch(ResidualSurvey::isWeighted)) {
            found.removeIf(residual -> !isWeighted(residual));
        }
        Set<Node> sums = found.stream().map(f -> f.sum().node()).collect(Collectors.toSet());
        found.removeIf(outer -> outer.branch().stream().anyMatch(sums::contains));
        List<ResidualBranch> branches = new ArrayList<>();
        String before = "";
        for (Found residual : found) {
            branches.add(branch(residual, residual.skip().equals(before)));
            before = residual.output();
        }
        return branches;
    }

    private static boolean isSum(Node node) {
        return SUMS.contains(node.fullOperator());
    }

    private static boolean isWeighted(Found residual) {
        return residual.branch().stream().anyMatch(node -> WEIGHTED.contains(node.operator()));
    }

    /** Whether a value is a sum that is only a term of another one, of its shape: then both are one sum. */
    private boolean isInnerSum(String value) {
        Step maker = makers.get(value);
        return maker != null
                && isSum(maker.node())
                && takers.getOrDefault(value, 0) == 1
                && maker.node().inputs().stream()
                        .allMatch(term -> Path.isInfluenced(run, term)
                                && real(term).shape().equals(real(value).shape()))
                && steps.stream()
                        .anyMatch(s -> isSum(s.node())
                                && s.node().inputs().contains(value)
                                && real(s.node().outputs().get(0))
                                        .shape()
                                        .equals(real(value).shape()));
    }

    /** The terms of a sum, those of an inner one in its place; constants are left out. */
    private List<String> terms(Node sum) {
        List<String> terms = new ArrayList<>();
        for (String input : sum.inputs()) {
            Step maker = makers.get(input);
            if (maker != null && isInnerSum(input)) {
                terms.addAll(terms(maker.node()));
            } else if (Path.isInfluenced(run, input)) {
                terms.add(input);
            }
        }
        return terms;
    }

    private Optional<Found> residual(Step sum) {
        List<String> terms = terms(sum.node());
        Tape.Variable output = real(sum.node().outputs().get(0));
        for (String skip : terms) {
            List<String> others = new ArrayList<>(terms);
            others.remove(skip);
            boolean fits = !others.isEmpty()
                    && !others.contains(skip)
                    && sum.node().inputs().stream().allMatch(input -> Path.isInfluenced(run, input))
                    && terms.stream().allMatch(term -> real(term).shape().equals(output.shape()));
            if (fits) {
                Set<Node> branch = between(skip, others);
                if (!branch.isEmpty()) {
                    return Optional.of(new Found(sum, skip, others, branch));
                }
            }
        }
        return Optional.empty();
    }

    /** The nodes on the way from a value to others; empty unless every one of those is computed from it. */
    private Set<Node> between(String skip, List<String> ends) {
        Set<String> from = descendants(skip);
        if (!from.containsAll(ends)) {
            return Set.of();
        }
        Set<String> needed = new HashSet<>(ends);
        Set<Node> nodes = new HashSet<>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            Node node = steps.get(i).node();
            boolean onTheWay = node.outputs().stream().anyMatch(o -> needed.contains(o) && from.contains(o));
            if (onTheWay) {
                nodes.add(node);
                needed.addAll(node.inputs());
            }
        }
        return nodes;
    }

    private Set<String> descendants(String value) {
        Set<String> found = new HashSet<>();
        for (Step step : steps) {
            boolean takes = step.node().inputs().stream().anyMatch(i -> i.equals(value) || found.contains(i));
            if (takes) {
                found.addAll(step.node().outputs());
            }
        }
        return found;
    }

    private ResidualBranch branch(Found residual, boolean continues) {
        Tape.Variable at = real(residual.skip());
        BranchFactor factor = residual.terms().size() == 1
                ? BranchFactor.of(
                        makers.get(residual.terms().get(0)), residual.terms().get(0), this::constant)
                : new BranchFactor(residual.terms(), 1);
        BranchField field = new BranchField(
                model, run, steps, residual.skip(), at.shape(), factor.values(), Math.signum(factor.factor()));
        return new ResidualBranch(
                residual.sum().node().label(),
                kind(residual),
                at.shape().lengths(),
                Math.abs(factor.factor()),
                Vector.of(at.values()),
                field::value,
                operator(factor, at),
                field::jacobian,
                jacobian.differentiable(),
                continues);
    }

    private LinearOperator operator(BranchFactor factor, Tape.Variable at) {
        List<LinearOperator> terms = factor.values().stream()
                .map(name -> jacobian.tape().jacobian(real(name), at))
                .toList();
        return Operators.scaled(
                Math.signum(factor.factor()),
                terms.stream().reduce(Operators::sum).orElseThrow());
    }

    private String kind(Found residual) {
        return Stages.to(jacobian.toName(), run, model.graph()).stream()
                .filter(stage -> residual.branch().contains(stage.node()))
                .map(Stage::type)
                .collect(Collectors.joining(", "));
    }

    /** The single number that a value is, whatever the point. */
    private Optional<Double> constant(String name) {
        return Path.isInfluenced(run, name) || run.value(name).isEmpty()
                ? Optional.empty()
                : Optional.of(real(name).values())
                        .filter(values -> values.length == 1)
                        .map(values -> values[0]);
    }

    private Tape.Variable real(String name) {
        return run.value(name).orElseThrow().real(run.algebra());
    }
}
