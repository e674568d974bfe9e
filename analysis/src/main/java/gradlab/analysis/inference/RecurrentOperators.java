package gradlab.analysis.inference;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.Selection;
import gradlab.analysis.tensor.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * RNN, GRU and LSTM, unrolled step by step: inputs X [time, batch, inputs], W, R, B, lengths, h, and for an LSTM c and
 * peepholes; outputs Y [time, directions, batch, hidden] and the last states. Beyond the end of a shorter sequence the
 * states stay and Y is 0.
 */
final class RecurrentOperators {

    private static final int LENGTHS = 4;
    private static final int STATE = 5;
    private static final int PEEPHOLES = 7;

    private RecurrentOperators() {}

    /** One kind of cell. */
    private record Recurrent(RecurrentCell cell) implements Operator {
        @Override
        public <T> List<Value<T>> apply(Call<T> call) {
            return new Unrolled<>(call, cell).outputs();
        }
    }

    static void addTo(Map<String, Operator> table) {
        table.put("RNN", new Recurrent(RecurrentCells.RNN));
        table.put("GRU", new Recurrent(RecurrentCells.GRU));
        table.put("LSTM", new Recurrent(RecurrentCells.LSTM));
    }

    /** One run. */
    private static final class Unrolled<T> {
        private final Call<T> call;
        private final RecurrentCell cell;
        private final boolean batchFirst;
        private final T x;
        private final int time;
        private final int batch;
        private final int hidden;
        private final int directions;

        Unrolled(Call<T> call, RecurrentCell cell) {
            this.call = call;
            this.cell = cell;
            this.batchFirst = call.integer("layout", 0) == 1;
            this.x = batchFirst ? call.math().transpose(call.real(0), 1, 0, 2) : call.real(0);
            Shape shape = call.algebra().shape(x);
            if (shape.rank() != 3 || call.shape(2).rank() != 3) {
                throw new ShapeException(
                        "inputs of shapes " + shape + " and " + call.shape(2), "time, batch and inputs");
            }
            this.time = shape.length(0);
            this.batch = shape.length(1);
            this.hidden = call.shape(2).length(2);
            this.directions = call.shape(1).length(0);
            String direction = call.node().text("direction", "forward");
            if (directions != (direction.equals("bidirectional") ? 2 : 1)) {
                throw new ShapeException(directions + " directions of weights", "those of " + direction);
            }
        }

        List<Value<T>> outputs() {
            List<List<UnaryOperator<T>>> functions = Gates.of(call, directions, cell.usual());
            List<T> results = new ArrayList<>();
            List<List<T>> ends = new ArrayList<>();
            for (int d = 0; d < directions; d++) {
                boolean reverse =
                        d == 1 || call.node().text("direction", "forward").equals("reverse");
                List<T> states = states(d);
                List<T> steps = new ArrayList<>(Collections.nCopies(time, states.get(0)));
                RecurrentCell.Weights<T> weights = weights(d, functions.get(d));
                for (int s = 0; s < time; s++) {
                    int t = reverse ? time - 1 - s : s;
                    List<T> next = cell.step(call, weights, call.math().at(x, 0, t), states);
                    boolean[] goesOn = goesOn(t);
                    steps.set(t, kept(next.get(0), zeros(), goesOn));
                    states = kept(next, states, goesOn);
                }
                results.add(steps.isEmpty() ? empty() : call.math().stack(steps, 0));
                ends.add(states);
            }
            return collected(results, ends);
        }

        private T zeros() {
            return call.algebra().constant(Shape.of(batch, hidden), new double[batch * hidden]);
        }

        private T empty() {
            return call.algebra().constant(Shape.of(0, batch, hidden));
        }

        private List<Value<T>> collected(List<T> results, List<List<T>> ends) {
            List<Value<T>> outputs = new ArrayList<>();
            T y = call.math().stack(results, 1);
            outputs.add(new Value.Real<>(batchFirst ? call.math().transpose(y, 2, 0, 1, 3) : y));
            for (int s = 0; s < cell.states(); s++) {
                int state = s;
                T last = call.math().stack(ends.stream().map(e -> e.get(state)).toList(), 0);
                outputs.add(new Value.Real<>(batchFirst ? call.math().transpose(last, 1, 0, 2) : last));
            }
            return outputs;
        }

        private List<T> states(int direction) {
            List<T> states = new ArrayList<>();
            for (int s = 0; s < cell.states(); s++) {
                if (call.has(STATE + s)) {
                    T given = call.real(STATE + s);
                    T ordered = batchFirst ? call.math().transpose(given, 1, 0, 2) : given;
                    states.add(call.math().at(ordered, 0, direction));
                } else {
                    states.add(zeros());
                }
            }
            return states;
        }

        private RecurrentCell.Weights<T> weights(int direction, List<UnaryOperator<T>> functions) {
            int rows = cell.gates() * hidden;
            T bias = call.has(3)
                    ? call.math().at(call.real(3), 0, direction)
                    : call.algebra().constant(Shape.of(2 * rows), new double[2 * rows]);
            List<T> peepholes = call.has(PEEPHOLES) && cell.states() == 2
                    ? call.math().split(call.math().at(call.real(PEEPHOLES), 0, direction), 0, 3)
                    : List.of();
            return new RecurrentCell.Weights<>(
                    call.math().at(call.real(1), 0, direction),
                    call.math().at(call.real(2), 0, direction),
                    call.math().slice(bias, 0, 0, rows),
                    call.math().slice(bias, 0, rows, 2 * rows),
                    peepholes,
                    functions);
        }

        /** For each sequence of the batch, whether it has an entry at time t. */
        private boolean[] goesOn(int t) {
            boolean[] goesOn = new boolean[batch];
            for (int b = 0; b < batch; b++) {
                goesOn[b] = !call.has(LENGTHS) || t < call.whole(LENGTHS).get(b);
            }
            return goesOn;
        }

        private List<T> kept(List<T> next, List<T> before, boolean[] goesOn) {
            List<T> kept = new ArrayList<>();
            for (int s = 0; s < next.size(); s++) {
                kept.add(kept(next.get(s), before.get(s), goesOn));
            }
            return kept;
        }

        /** The rows of {@code next} where the sequence goes on, those of {@code otherwise} elsewhere. */
        private T kept(T next, T otherwise, boolean[] goesOn) {
            int[] source = new int[batch * hidden];
            int[] index = new int[batch * hidden];
            boolean all = true;
            for (int e = 0; e < index.length; e++) {
                source[e] = goesOn[e / hidden] ? 0 : 1;
                index[e] = e;
                all &= goesOn[e / hidden];
            }
            return all
                    ? next
                    : call.algebra()
                            .select(List.of(next, otherwise), Selection.of(Shape.of(batch, hidden), source, index));
        }
    }
}
