package gradlab.dynamics.system;

import gradlab.analysis.layer.Recurrent;
import gradlab.analysis.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Random recurrent cells: recurrent weights N(0, g²/n), input weights N(0, 1/d), no biases; driven by noise or by nothing. */
final class RandomCells {

    private RandomCells() {}

    static RecurrentSystem rnn(String name, int n, int inputs, double gain, double drive, long seed) {
        return of(name, Recurrent.Kind.TANH, n, inputs, gain, drive, seed);
    }

    static RecurrentSystem lstm(String name, int n, int inputs, double gain, double drive, long seed) {
        return of(name, Recurrent.Kind.LSTM, n, inputs, gain, drive, seed);
    }

    static RecurrentSystem gru(String name, int n, int inputs, double gain, double drive, long seed) {
        return of(name, Recurrent.Kind.GRU, n, inputs, gain, drive, seed);
    }

    private static RecurrentSystem of(
            String name, Recurrent.Kind kind, int n, int inputs, double gain, double drive, long seed) {
        int rows = kind.gates() * n;
        List<double[]> parameters = new ArrayList<>();
        parameters.add(gaussian(rows * n, gain / Math.sqrt(n), seed, "weights"));
        parameters.add(gaussian(rows * inputs, 1 / Math.sqrt(inputs), seed, "input weights"));
        parameters.add(new double[rows]);
        if (kind.biasedState()) {
            parameters.add(new double[rows]);
        }
        RecurrentStep step = CellStep.of(kind, inputs, n, parameters);
        double[] start = gaussian(step.state(), 0.5, seed, "start");
        return RecurrentSystem.driven(
                outline(name, step, start), step, drive == 0 ? Drive.zero(inputs) : Drive.noise(inputs, drive, seed));
    }

    /** Coordinates h0, h1, ... and, of an LSTM, c0, c1, ... */
    static Outline outline(String name, RecurrentStep step, double... start) {
        List<String> coordinates = IntStream.range(0, step.state())
                .mapToObj(i -> i < step.hidden() ? "h" + i : "c" + (i - step.hidden()))
                .toList();
        return new Outline(name, coordinates, start);
    }

    private static double[] gaussian(int count, double deviation, long seed, String task) {
        double[] entries = RandomStream.of(seed, task).gaussians(count);
        for (int i = 0; i < count; i++) {
            entries[i] *= deviation;
        }
        return entries;
    }
}
