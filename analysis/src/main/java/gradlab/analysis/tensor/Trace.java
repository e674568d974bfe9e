package gradlab.analysis.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The recorded operations in the order in which they were carried out, numbered from 0. Inputs are among them, as steps
 * without operands.
 */
final class Trace {
    /** The number of what is not recorded because it depends on no input. */
    static final int CONSTANT = -1;

    private final List<Step> steps = new ArrayList<>();

    /**
     * One operation.
     *
     * @param operands the numbers of its operands
     * @param derivative its derivative, none for an input
     * @param size the number of entries of its result
     */
    record Step(List<Integer> operands, @Nullable Derivative derivative, int size) {
        void push(int operand, double[] tangent, double[] into) {
            if (derivative != null) {
                derivative.push(operand, tangent, into);
            }
        }

        void pull(int operand, double[] cotangent, double[] into) {
            if (derivative != null) {
                derivative.pull(operand, cotangent, into);
            }
        }
    }

    int input(int size) {
        steps.add(new Step(List.of(), null, size));
        return steps.size() - 1;
    }

    int add(List<Integer> operands, Derivative derivative, int size) {
        steps.add(new Step(List.copyOf(operands), derivative, size));
        return steps.size() - 1;
    }

    Step step(int number) {
        return steps.get(number);
    }

    /** The steps on the ways from the inputs to the outputs; a way begins at the last input that it meets. */
    Passage between(List<Integer> inputs, List<Integer> outputs) {
        boolean[] reached = new boolean[steps.size()];
        inputs.forEach(i -> reached[i] = true);
        for (int s = 0; s < reached.length; s++) {
            reached[s] |= steps.get(s).operands().stream().anyMatch(o -> o >= 0 && reached[o]);
        }
        boolean[] needed = new boolean[steps.size()];
        outputs.stream().filter(o -> o >= 0).forEach(o -> needed[o] = true);
        for (int s = needed.length - 1; s >= 0; s--) {
            needed[s] &= reached[s];
            if (needed[s] && !inputs.contains(s)) {
                steps.get(s).operands().stream().filter(o -> o >= 0).forEach(o -> needed[o] = true);
            }
        }
        List<Integer> order = IntStream.range(0, needed.length)
                .filter(s -> needed[s] && !inputs.contains(s))
                .boxed()
                .toList();
        return new Passage(this, inputs, order, outputs);
    }
}
