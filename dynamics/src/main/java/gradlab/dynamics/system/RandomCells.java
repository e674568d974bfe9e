package gradlab.dynamics.system;

import gradlab.analysis.block.Cell;
import gradlab.analysis.block.GruCell;
import gradlab.analysis.block.LstmCell;
import gradlab.analysis.block.RnnCell;
import gradlab.analysis.random.RandomStream;
import gradlab.analysis.tensor.Hyperbolic;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Random recurrent cells: recurrent weights N(0, g²/n), input weights N(0, 1/d), no biases; driven by noise or by nothing. */
final class RandomCells {

    private RandomCells() {}

    static RecurrentSystem rnn(String name, int n, int inputs, double gain, double drive, long seed) {
        return of(name, new RnnCell(inputs, n, Hyperbolic.TANH), 1, gain, drive, seed);
    }

    static RecurrentSystem lstm(String name, int n, int inputs, double gain, double drive, long seed) {
        return of(name, new LstmCell(inputs, n), 4, gain, drive, seed);
    }

    static RecurrentSystem gru(String name, int n, int inputs, double gain, double drive, long seed) {
        return of(name, new GruCell(inputs, n), 3, gain, drive, seed);
    }

    private static RecurrentSystem of(String name, Cell cell, int gates, double gain, double drive, long seed) {
        int n = cell.hidden();
        int rows = gates * n;
        List<double[]> parameters = new ArrayList<>();
        parameters.add(gaussian(rows * n, gain / Math.sqrt(n), seed, "weights"));
        parameters.add(gaussian(rows * cell.inputs(), 1 / Math.sqrt(cell.inputs()), seed, "input weights"));
        while (parameters.size() < cell.parameters().size()) {
            parameters.add(new double[rows]);
        }
        double[] start = gaussian(cell.state(), 0.5, seed, "start");
        RecurrentStep step = CellStep.of(cell, parameters.toArray(new double[0][]));
        return RecurrentSystem.driven(
                outline(name, step, start),
                step,
                drive == 0 ? Drive.zero(cell.inputs()) : Drive.noise(cell.inputs(), drive, seed));
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
