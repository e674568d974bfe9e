package gradlab.dynamics.system;

import gradlab.analysis.backend.DenseKernels;
import java.util.Optional;
import java.util.function.LongFunction;

/** An orbit of a recurrent network; the k tangents of a step go through the cell as one batch of k. */
final class RecurrentOrbit implements Orbit {

    private final Outline outline;
    private final RecurrentStep step;
    private final Optional<LongFunction<double[]>> inputs;
    private double[] state;
    private long steps;

    RecurrentOrbit(Outline outline, RecurrentStep step, Optional<Drive> drive, double[] state) {
        this.outline = outline;
        this.step = step;
        this.inputs = drive.map(d -> d.source().get());
        this.state = state;
    }

    @Override
    public double[] state() {
        return state.clone();
    }

    @Override
    public double stride() {
        return 1;
    }

    @Override
    public void advance() {
        move(step.at(input(), state, 1).value());
    }

    @Override
    public void advance(double[] tangents, int k) {
        int n = state.length;
        int length = Finite.tangents(tangents, n, k);
        double[] input = input();
        RecurrentStep.Linearised there = step.at(repeated(input, input.length, k), repeated(state, n, k), k);
        double[] rows = DenseKernels.transpose(tangents, n, k);
        double[] fed = inputs.isPresent() ? new double[k * input.length] : hiddenOf(rows, k);
        double[] moved = DenseKernels.transpose(there.push(fed, rows), k, n);
        if (!Finite.all(moved, length) && Finite.all(tangents, length)) {
            throw new OrbitException(at() + "the tangents overflow");
        }
        System.arraycopy(moved, 0, tangents, 0, length);
        move(java.util.Arrays.copyOf(there.value(), n));
    }

    private double[] input() {
        return inputs.isPresent() ? inputs.get().apply(steps) : hiddenOf(state, 1);
    }

    private double[] hiddenOf(double[] states, int rows) {
        int hidden = step.hidden();
        double[] shown = new double[rows * hidden];
        for (int row = 0; row < rows; row++) {
            System.arraycopy(states, row * step.state(), shown, row * hidden, hidden);
        }
        return shown;
    }

    private static double[] repeated(double[] row, int length, int times) {
        double[] all = new double[length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(row, 0, all, i * length, length);
        }
        return all;
    }

    private void move(double[] next) {
        Finite.firstNot(next, next.length).ifPresent(i -> {
            throw new OrbitException(at() + outline.coordinates().get(i) + " leaves the numbers: overflow");
        });
        state = next;
        steps++;
    }

    private String at() {
        return outline.name() + ": at step " + (steps + 1) + ", ";
    }
}
