package gradlab.analysis.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The way from some inputs to some outputs of a {@link Trace}. Tangents go along it forwards, cotangents backwards, as
 * often as one likes and in several threads at once; what is not needed any more is let go on the way.
 */
final class Passage {
    private final Trace trace;
    private final List<Integer> inputs;
    private final List<Integer> order;
    private final List<Integer> outputs;
    private final boolean[] active;
    private final int[] lastUse;

    Passage(Trace trace, List<Integer> inputs, List<Integer> order, List<Integer> outputs) {
        this.trace = trace;
        this.inputs = List.copyOf(inputs);
        this.order = order;
        this.outputs = List.copyOf(outputs);
        int largest = Math.max(
                inputs.stream().mapToInt(i -> i).max().orElse(0),
                order.stream().mapToInt(i -> i).max().orElse(0));
        active = new boolean[largest + 1];
        lastUse = new int[largest + 1];
        Arrays.fill(lastUse, -1);
        inputs.forEach(i -> active[i] = true);
        for (int s : order) {
            active[s] = true;
            trace.step(s).operands().stream().filter(this::isActive).forEach(o -> lastUse[o] = s);
        }
        outputs.stream().filter(this::isActive).forEach(o -> lastUse[o] = -1);
    }

    private boolean isActive(int number) {
        return number >= 0 && number < active.length && active[number];
    }

    /** The tangents of the outputs, empty for one that depends on no input. */
    List<double[]> push(List<double[]> tangents) {
        Map<Integer, double[]> at = new HashMap<>();
        for (int i = 0; i < tangents.size(); i++) {
            accumulate(at, inputs.get(i), tangents.get(i));
        }
        for (int s : order) {
            Trace.Step step = trace.step(s);
            double[] into = new double[step.size()];
            for (int operand = 0; operand < step.operands().size(); operand++) {
                double[] tangent = at.get(step.operands().get(operand));
                if (tangent != null) {
                    step.push(operand, tangent, into);
                }
            }
            at.put(s, into);
            step.operands().stream().filter(o -> isActive(o) && lastUse[o] == s).forEach(at::remove);
        }
        return results(at, outputs);
    }

    /** The cotangents of the inputs, empty for one on which no output depends. */
    List<double[]> pull(List<double[]> cotangents) {
        Map<Integer, double[]> at = new HashMap<>();
        for (int i = 0; i < cotangents.size(); i++) {
            if (isActive(outputs.get(i))) {
                accumulate(at, outputs.get(i), cotangents.get(i));
            }
        }
        for (int i = order.size() - 1; i >= 0; i--) {
            double[] cotangent = at.remove(order.get(i));
            Trace.Step step = trace.step(order.get(i));
            for (int operand = 0; operand < step.operands().size() && cotangent != null; operand++) {
                int number = step.operands().get(operand);
                if (isActive(number)) {
                    step.pull(operand, cotangent, at.computeIfAbsent(number, this::zeros));
                }
            }
        }
        return results(at, inputs);
    }

    private double[] zeros(int number) {
        return new double[trace.step(number).size()];
    }

    private void accumulate(Map<Integer, double[]> at, int number, double[] addend) {
        double[] sum = at.computeIfAbsent(number, this::zeros);
        for (int e = 0; e < sum.length; e++) {
            sum[e] += addend[e];
        }
    }

    private static List<double[]> results(Map<Integer, double[]> at, List<Integer> numbers) {
        List<double[]> results = new ArrayList<>();
        for (int number : numbers) {
            double[] result = at.get(number);
            results.add(result == null ? new double[0] : result.clone());
        }
        return results;
    }
}
