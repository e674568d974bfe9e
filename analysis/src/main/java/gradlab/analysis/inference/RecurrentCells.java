package gradlab.analysis.inference;

import java.util.List;
import java.util.function.UnaryOperator;

/** The three cells that ONNX knows, in its order of the gates. */
enum RecurrentCells implements RecurrentCell {
    /** {@code h' = f(W x + R h + b)}. */
    RNN(1, 1) {
        @Override
        public <T> List<T> step(Call<T> call, Weights<T> weights, T x, List<T> states) {
            T sum = call.math()
                    .add(
                            weights.fromInput(call.math(), x, 1).get(0),
                            weights.fromState(call.math(), states.get(0), 1).get(0));
            return List.of(weights.functions().get(0).apply(Gates.clipped(call, sum)));
        }
    },
    /**
     * {@code z = f(..), r = f(..), n = g(W x + R (r h) + b)}, or {@code g(W x + r (R h + b))} with
     * {@code linear_before_reset}; {@code h' = (1 - z) n + z h}.
     */
    GRU(3, 1) {
        @Override
        public <T> List<T> step(Call<T> call, Weights<T> weights, T x, List<T> states) {
            var math = call.math();
            T h = states.get(0);
            List<T> in = weights.fromInput(math, x, gates());
            List<T> back = weights.fromState(math, h, gates());
            UnaryOperator<T> f = weights.functions().get(0);
            T z = f.apply(Gates.clipped(call, math.add(in.get(0), back.get(0))));
            T r = f.apply(Gates.clipped(call, math.add(in.get(1), back.get(1))));
            boolean linear = call.integer("linear_before_reset", 0) != 0;
            T recurrent = linear
                    ? math.multiply(r, back.get(2))
                    : weights.fromState(math, math.multiply(r, h), gates()).get(2);
            T n = weights.functions().get(1).apply(Gates.clipped(call, math.add(in.get(2), recurrent)));
            return List.of(math.add(math.subtract(n, math.multiply(z, n)), math.multiply(z, h)));
        }
    },
    /**
     * {@code i = f(.. + p_i c), f = f(.. + p_f c), c' = f c + i g(..), o = f(.. + p_o c'), h' = o h(c')}; the forget gate is
     * 1 - i with {@code input_forget}.
     */
    LSTM(4, 2) {
        @Override
        public <T> List<T> step(Call<T> call, Weights<T> weights, T x, List<T> states) {
            var math = call.math();
            T c = states.get(1);
            List<T> in = weights.fromInput(math, x, gates());
            List<T> back = weights.fromState(math, states.get(0), gates());
            T i = gate(call, weights, math.add(in.get(0), back.get(0)), c, 0);
            T forget = call.integer("input_forget", 0) != 0
                    ? math.subtract(math.number(1), i)
                    : gate(call, weights, math.add(in.get(2), back.get(2)), c, 2);
            T candidate = weights.functions().get(1).apply(Gates.clipped(call, math.add(in.get(3), back.get(3))));
            T next = math.add(math.multiply(forget, c), math.multiply(i, candidate));
            T o = gate(call, weights, math.add(in.get(1), back.get(1)), next, 1);
            return List.of(math.multiply(o, weights.functions().get(2).apply(next)), next);
        }

        private <T> T gate(Call<T> call, Weights<T> weights, T sum, T c, int peephole) {
            T seen = weights.peepholes().isEmpty()
                    ? sum
                    : call.math()
                            .add(sum, call.math().multiply(weights.peepholes().get(peephole), c));
            return weights.functions().get(0).apply(Gates.clipped(call, seen));
        }
    };

    private final int gates;
    private final int states;

    RecurrentCells(int gates, int states) {
        this.gates = gates;
        this.states = states;
    }

    @Override
    public int gates() {
        return gates;
    }

    @Override
    public int states() {
        return states;
    }

    @Override
    public List<String> usual() {
        return switch (this) {
            case RNN -> List.of("Tanh");
            case GRU -> List.of("Sigmoid", "Tanh");
            case LSTM -> List.of("Sigmoid", "Tanh", "Tanh");
        };
    }
}
