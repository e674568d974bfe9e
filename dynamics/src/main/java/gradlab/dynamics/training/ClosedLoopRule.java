package gradlab.dynamics.training;

import gradlab.analysis.layer.Layer;
import gradlab.analysis.layer.Linearisation;
import gradlab.analysis.layer.Part;
import gradlab.analysis.layer.Recurrent;
import gradlab.analysis.layer.WeightedCell;
import gradlab.analysis.network.Network;
import gradlab.dynamics.system.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One step of a recurrent network that hears its own forecasts: (s, y) to (s', y') with s' the states of its recurrent layers
 * after the input y, and y' what the network says then. The states stand one after another, y, of d numbers, behind them.
 */
final class ClosedLoopRule implements Rule {
    private final List<Stage> stages;
    private final int states;
    private final int width;
    private List<Moved> moved = List.of();

    /** The rule of a network for sequences of one step, of as many inputs as outputs. */
    ClosedLoopRule(Network network) {
        if (network.inputs() != network.outputs()) {
            throw new IllegalArgumentException("network must have as many outputs as inputs, had " + network.outputs()
                    + " and " + network.inputs());
        }
        this.stages = network.layers().stream()
                .map(Part::layer)
                .<Stage>map(layer -> layer instanceof Recurrent cell ? new Cell(cell) : new Plain(layer))
                .toList();
        this.states = stages.stream().mapToInt(Stage::state).sum();
        this.width = network.inputs();
    }

    /** Part of a step: something with a state of its own, or without. */
    private interface Stage {
        int state();

        Moved at(double[] x, double[] state);
    }

    /** A stage at an input and a state. */
    private interface Moved {
        /** The new state and, behind it, what goes on to the next stage. */
        double[] value();

        double[] push(double[] dx, double[] dState);
    }

    private record Cell(WeightedCell cell) implements Stage {
        Cell(Recurrent layer) {
            this(WeightedCell.of(layer.kind(), layer.stepInputs(), layer.hidden(), layer.parameters()));
        }

        @Override
        public int state() {
            return cell.state();
        }

        @Override
        public Moved at(double[] x, double[] state) {
            WeightedCell.At at = cell.at(x, state, 1);
            return new Moved() {
                @Override
                public double[] value() {
                    return shown(at.value());
                }

                @Override
                public double[] push(double[] dx, double[] dState) {
                    return shown(at.jvp(dx, dState));
                }
            };
        }

        /** The hidden values come first in a state and are what the next layer sees. */
        private double[] shown(double[] state) {
            double[] both = Arrays.copyOf(state, state.length + cell.hidden());
            System.arraycopy(state, 0, both, state.length, cell.hidden());
            return both;
        }
    }

    private record Plain(Layer layer) implements Stage {
        @Override
        public int state() {
            return 0;
        }

        @Override
        public Moved at(double[] x, double[] state) {
            Linearisation at = layer.at(x, 1);
            return new Moved() {
                @Override
                public double[] value() {
                    return at.value();
                }

                @Override
                public double[] push(double[] dx, double[] dState) {
                    return at.jvp(dx);
                }
            };
        }
    }

    @Override
    public int dimension() {
        return states + width;
    }

    /** The length of a forecast. */
    int width() {
        return width;
    }

    /** The forecast in a state. */
    double[] forecast(double[] x) {
        return Arrays.copyOfRange(x, states, states + width);
    }

    /** The state after the network, from zeros, has heard a sequence. */
    double[] after(double[] sequence) {
        double[] x = new double[dimension()];
        double[] next = new double[dimension()];
        for (int at = 0; at < sequence.length; at += width) {
            System.arraycopy(sequence, at, x, states, width);
            value(x, next);
            System.arraycopy(next, 0, x, 0, next.length);
        }
        return x;
    }

    @Override
    public void value(double[] x, double[] into) {
        step(x, into);
    }

    @Override
    public void linearise(double[] x, double[] into) {
        moved = step(x, into);
    }

    private List<Moved> step(double[] x, double[] into) {
        List<Moved> trace = new ArrayList<>(stages.size());
        double[] signal = forecast(x);
        int at = 0;
        for (Stage stage : stages) {
            Moved there = stage.at(signal, Arrays.copyOfRange(x, at, at + stage.state()));
            trace.add(there);
            signal = put(there.value(), stage.state(), into, at);
            at += stage.state();
        }
        System.arraycopy(signal, 0, into, states, width);
        return trace;
    }

    /** Puts the state at its place and gives what is behind it. */
    private static double[] put(double[] both, int state, double[] into, int at) {
        System.arraycopy(both, 0, into, at, state);
        return Arrays.copyOfRange(both, state, both.length);
    }

    @Override
    public void push(double[] tangents, int from, int k, double[] into, int at) {
        int n = dimension();
        double[] tangent = new double[n];
        double[] next = new double[n];
        for (int j = 0; j < k; j++) {
            for (int i = 0; i < n; i++) {
                tangent[i] = tangents[from + i * k + j];
            }
            pushOne(tangent, next);
            for (int i = 0; i < n; i++) {
                into[at + i * k + j] = next[i];
            }
        }
    }

    private void pushOne(double[] tangent, double[] next) {
        double[] signal = forecast(tangent);
        int at = 0;
        for (int i = 0; i < stages.size(); i++) {
            int state = stages.get(i).state();
            double[] both = moved.get(i).push(signal, Arrays.copyOfRange(tangent, at, at + state));
            signal = put(both, state, next, at);
            at += state;
        }
        System.arraycopy(signal, 0, next, states, width);
    }
}
