package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.onnx.Graph;
import gradlab.analysis.onnx.Node;
import gradlab.analysis.onnx.OnnxModel;
import gradlab.analysis.onnx.ValueInfo;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.TensorAlgebra;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The values of one graph while it runs; a graph within the graph sees those around it. */
final class Scope<T> {
    private final OnnxModel model;
    private final Graph graph;
    private final TensorAlgebra<T> algebra;
    private final List<Step> steps;
    private final Map<String, Value<T>> all;
    private final @Nullable Scope<T> around;
    private final Map<String, Value<T>> values = new HashMap<>();
    private final Set<String> fixed = new HashSet<>();

    Scope(OnnxModel model, Graph graph, TensorAlgebra<T> algebra, List<Step> steps, Map<String, Value<T>> all) {
        this(model, graph, algebra, steps, all, null);
    }

    private Scope(
            OnnxModel model,
            Graph graph,
            TensorAlgebra<T> algebra,
            List<Step> steps,
            Map<String, Value<T>> all,
            @Nullable Scope<T> around) {
        this.model = model;
        this.graph = graph;
        this.algebra = algebra;
        this.steps = steps;
        this.all = all;
        this.around = around;
    }

    /** Values that need not be computed. */
    void give(Map<String, Value<T>> given) {
        values.putAll(given);
    }

    /** A value by name. */
    Value<T> value(String name) {
        return find(name)
                .orElseThrow(() -> SourceException.in(
                        model.file(),
                        "no value " + SourceException.quote(name),
                        "it given, or computed before it is used"));
    }

    private Optional<Value<T>> find(String name) {
        Value<T> known = values.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        StoredTensor stored = graph.initialisers().get(name);
        if (stored != null) {
            Value<T> value = Value.of(algebra, stored);
            values.put(name, value);
            all.putIfAbsent(name, value);
            fixed.add(name);
            return Optional.of(value);
        }
        return around == null ? Optional.empty() : around.find(name);
    }

    private boolean isFixed(String name) {
        return fixed.contains(name) || (around != null && !values.containsKey(name) && around.isFixed(name));
    }

    /** Carries out one operator whose inputs are there. */
    void carryOut(Node node) {
        List<Value<T>> results = results(node);
        boolean allFixed =
                node.attributes().values().stream().noneMatch(a -> a.graph().isPresent());
        List<String> fixedInputs = new ArrayList<>();
        for (String input : node.inputs()) {
            if (!input.isEmpty()) {
                allFixed &= isFixed(input);
                fixedInputs.addAll(isFixed(input) ? List.of(input) : List.of());
            }
        }
        Map<String, Shape> shapes = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(results.size(), node.outputs().size()); i++) {
            String name = node.outputs().get(i);
            if (name.isEmpty() || values.containsKey(name)) {
                continue;
            }
            values.put(name, results.get(i));
            all.putIfAbsent(name, results.get(i));
            shapes.put(name, results.get(i).shape(algebra));
            if (allFixed) {
                fixed.add(name);
            }
        }
        steps.add(new Step(node, shapes, fixedInputs));
    }

    private List<Value<T>> results(Node node) {
        List<Optional<Value<T>>> inputs = new ArrayList<>();
        for (String input : node.inputs()) {
            inputs.add(input.isEmpty() ? Optional.empty() : Optional.of(value(input)));
        }
        Operator operator = (node.domain().isEmpty() ? OperatorTable.find(node.operator()) : Optional.<Operator>empty())
                .orElseThrow(() -> error(node, "an operator that is not supported", "one that docs/onnx.md lists"));
        try {
            return operator.apply(new Call<>(node, model.opset(), algebra, inputs, this::within));
        } catch (ShapeException e) {
            throw error(node, e.found(), e.expected());
        } catch (NoValueException e) {
            throw error(node, "no value (" + e.getMessage() + ")", "operands within the operator's domain");
        } catch (ArithmeticException e) {
            throw error(node, "a number that is too large (" + e.getMessage() + ")", "smaller sizes");
        }
    }

    private List<Value<T>> within(Graph inner) {
        Scope<T> scope = new Scope<>(model, inner, algebra, steps, all, this);
        inner.nodes().forEach(scope::carryOut);
        return inner.outputs().stream().map(ValueInfo::name).map(scope::value).toList();
    }

    private SourceException error(Node node, String found, String expected) {
        String name =
                "node " + SourceException.quote(node.label()) + " (" + SourceException.quote(node.fullOperator()) + ")";
        return SourceException.in(model.file() + ": " + name, found, expected);
    }
}
