package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.model.ElementType;
import gradlab.analysis.onnx.Attribute;
import gradlab.analysis.onnx.Graph;
import gradlab.analysis.tensor.Broadcast;
import gradlab.analysis.tensor.Selection;
import gradlab.analysis.tensor.Shape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;

/** Comparisons, connectives, and what depends on them. */
final class LogicOperators {
    private LogicOperators() {}

    /** A comparison by the sign of the order; of real numbers by what the algebra finds less or equal. */
    private record Comparison(boolean less, boolean greater, boolean equal, IntPredicate order) implements Operator {
        @Override
        public <T> List<Value<T>> apply(Call<T> call) {
            if (!call.value(0).isReal() && !call.value(1).isReal()) {
                IntegerTensor a = call.whole(0);
                return Call.one(
                        a.combine(ElementType.BOOL, call.whole(1), (x, y) -> order.test(a.compare(x, y)) ? 1 : 0));
            }
            T a = call.real(0);
            T b = call.real(1);
            Shape shape = call.shape(0).broadcast(call.shape(1));
            boolean[] result = new boolean[shape.size()];
            or(result, less, () -> call.algebra().less(a, b));
            or(result, greater, () -> call.algebra().less(b, a));
            or(result, equal, () -> call.algebra().equal(a, b));
            return Call.one(IntegerTensor.truths(shape, result));
        }

        private static void or(boolean[] result, boolean asked, java.util.function.Supplier<boolean[]> answer) {
            if (asked) {
                boolean[] more = answer.get();
                for (int i = 0; i < result.length; i++) {
                    result[i] |= more[i];
                }
            }
        }
    }

    /** A connective. */
    private record Connective(LongBinaryOperator function) implements Operator {
        @Override
        public <T> List<Value<T>> apply(Call<T> call) {
            return Call.one(call.whole(0).combine(ElementType.BOOL, call.whole(1), function));
        }
    }

    static void addTo(Map<String, Operator> table) {
        table.put("Less", new Comparison(true, false, false, o -> o < 0));
        table.put("Greater", new Comparison(false, true, false, o -> o > 0));
        table.put("LessOrEqual", new Comparison(true, false, true, o -> o <= 0));
        table.put("GreaterOrEqual", new Comparison(false, true, true, o -> o >= 0));
        table.put("Equal", new Comparison(false, false, true, o -> o == 0));
        table.put("And", new Connective((a, b) -> a & b));
        table.put("Or", new Connective((a, b) -> a | b));
        table.put("Xor", new Connective((a, b) -> a ^ b));
        table.put("Not", LogicOperators::not);
        table.put("IsNaN", LogicOperators::isNan);
        table.put("IsInf", LogicOperators::isInfinite);
        table.put("Where", LogicOperators::where);
        table.put("If", LogicOperators::branch);
    }

    private static <T> List<Value<T>> not(Call<T> call) {
        return Call.one(call.whole(0).as(ElementType.BOOL).map(v -> 1 - v));
    }

    private static <T> List<Value<T>> isNan(Call<T> call) {
        return Call.one(test(call, Double::isNaN));
    }

    private static <T> List<Value<T>> isInfinite(Call<T> call) {
        boolean negative = call.integer("detect_negative", 1) == 1;
        boolean positive = call.integer("detect_positive", 1) == 1;
        return Call.one(test(call, v -> Double.isInfinite(v) && (v < 0 ? negative : positive)));
    }

    private static <T> IntegerTensor test(Call<T> call, DoublePredicate predicate) {
        double[] values = call.algebra().approximate(call.real(0));
        boolean[] truths = new boolean[values.length];
        for (int i = 0; i < truths.length; i++) {
            truths[i] = predicate.test(values[i]);
        }
        return IntegerTensor.truths(call.shape(0), truths);
    }

    private static <T> List<Value<T>> where(Call<T> call) {
        IntegerTensor condition = call.whole(0);
        Shape shape = condition.shape().broadcast(call.shape(1)).broadcast(call.shape(2));
        int[] choice = new Broadcast(condition.shape(), shape).sources();
        int[] yes = new Broadcast(call.shape(1), shape).sources();
        int[] no = new Broadcast(call.shape(2), shape).sources();
        int[] source = new int[choice.length];
        int[] index = new int[choice.length];
        for (int e = 0; e < index.length; e++) {
            boolean holds = condition.get(choice[e]) != 0;
            source[e] = holds ? 0 : 1;
            index[e] = holds ? yes[e] : no[e];
        }
        return List.of(Value.select(
                call.algebra(), List.of(call.value(1), call.value(2)), Selection.of(shape, source, index)));
    }

    private static <T> List<Value<T>> branch(Call<T> call) {
        String chosen = call.whole(0).only() != 0 ? "then_branch" : "else_branch";
        Optional<Graph> graph = call.node().find(chosen).flatMap(Attribute::graph);
        return call.branches().apply(graph.orElseThrow(() -> new ShapeException("no " + chosen, "both branches")));
    }
}
