package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Recurrent cells at a fixed input, and attention, written entry by entry. */
final class Cells {
    private static final int MOST_TOKENS = 64;

    private Cells() {}

    private static Layer entrywise(Function<List<Dual>, List<Dual>> map) {
        return Layer.of(x -> Dual.join(x, map.apply(Dual.of(x))));
    }

    /** W h + U x + b, row by row, with U x + b computed once. */
    private record Gates(Mat w, Mat constant) {
        static Gates of(Mat w, Mat u, Mat b, Mat x) {
            return new Gates(w, u.times(x).with(b, Num::add));
        }

        Dual row(int i, List<Dual> h) {
            return Dual.row(w, i, h).add(constant.get(i, 0));
        }
    }

    /** h to phi(W h + U x + b). */
    static Layer rnn(Mat w, Mat u, Mat b, Layer phi, Mat x) {
        return Layer.sequential(List.of(Layer.dense(w, u.times(x).with(b, Num::add)), phi));
    }

    /** (h, c) to (o tanh(c'), c') with c' = f c + i g; rows of W, U and b for i, f, g, o in turn. */
    static Layer lstm(Mat w, Mat u, Mat b, Mat x) {
        int n = w.columns;
        require(w.rows == 4 * n && u.rows == 4 * n, "four rows for each unit");
        Gates gates = Gates.of(w, u, b, x);
        return entrywise(state -> {
            require(state.size() == 2 * n, "a state of hidden and cell values");
            List<Dual> h = state.subList(0, n);
            List<Dual> hidden = new ArrayList<>();
            List<Dual> cell = new ArrayList<>();
            for (int k = 0; k < n; k++) {
                Dual in = gates.row(k, h).sigmoid();
                Dual forget = gates.row(n + k, h).sigmoid();
                Dual candidate = gates.row(2 * n + k, h).tanh();
                Dual next = forget.times(state.get(n + k)).add(in.times(candidate));
                hidden.add(gates.row(3 * n + k, h).sigmoid().times(next.tanh()));
                cell.add(next);
            }
            return Stream.concat(hidden.stream(), cell.stream()).toList();
        });
    }

    /** h to (1 - z) n + z h with n = tanh(U_n x + b_n + r (W_n h + c_n)); rows of W, U, b and c for r, z, n in turn. */
    static Layer gru(Mat w, Mat u, Mat b, Mat c, Mat x) {
        int n = w.columns;
        require(w.rows == 3 * n && u.rows == 3 * n, "three rows for each unit");
        Mat input = u.times(x).with(b, Num::add);
        require(c.rows == 3 * n, "three biases for each unit");
        return entrywise(h -> {
            require(h.size() == n, "as many hidden values as columns");
            List<Dual> next = new ArrayList<>();
            for (int k = 0; k < n; k++) {
                Dual reset = gruRow(w, input, c, k, h).sigmoid();
                Dual update = gruRow(w, input, c, n + k, h).sigmoid();
                int row = 2 * n + k;
                Dual inner = Dual.row(w, row, h).add(c.get(row, 0));
                Dual candidate = reset.times(inner).add(input.get(row, 0)).tanh();
                Dual fresh = update.times(Num.of(-1)).add(Num.ONE).times(candidate);
                next.add(fresh.add(update.times(h.get(k))));
            }
            return next;
        });
    }

    private static Dual gruRow(Mat w, Mat input, Mat c, int i, List<Dual> h) {
        return Dual.row(w, i, h).add(input.get(i, 0)).add(c.get(i, 0));
    }

    /** One head over n tokens, each a row of x: the sum of softmax_j(q_i k_j/sqrt(d)) v_j with q = Wq x and so on. */
    static Layer attention(Mat wq, Mat wk, Mat wv, int n) {
        require(n <= MOST_TOKENS && wq.rows == wk.rows, "at most 64 tokens, queries as long as keys");
        Num scale = Num.ONE.divide(Num.of(wq.rows).sqrt());
        return Layer.of(x -> {
            require(n > 0 && x.value().rows == n * wq.columns, "n tokens");
            List<Dual> all = Dual.of(x);
            List<List<Dual>> tokens = IntStream.range(0, n)
                    .mapToObj(i -> all.subList(i * wq.columns, (i + 1) * wq.columns))
                    .toList();
            List<List<Dual>> queries = tokens.stream().map(t -> rows(wq, t)).toList();
            List<List<Dual>> keys = tokens.stream().map(t -> rows(wk, t)).toList();
            List<List<Dual>> values = tokens.stream().map(t -> rows(wv, t)).toList();
            return Dual.join(
                    x,
                    queries.stream()
                            .flatMap(q -> mixed(weights(x, q, keys, scale), values).stream())
                            .toList());
        });
    }

    private static List<Dual> rows(Mat w, List<Dual> x) {
        return IntStream.range(0, w.rows).mapToObj(i -> Dual.row(w, i, x)).toList();
    }

    private static List<Dual> weights(Layer.Jet x, List<Dual> query, List<List<Dual>> keys, Num scale) {
        List<Dual> logits =
                keys.stream().map(key -> dot(query, key).times(scale)).toList();
        return Dual.of(Normalisations.SOFTMAX.push(Dual.join(x, logits)));
    }

    private static Dual dot(List<Dual> a, List<Dual> b) {
        return IntStream.range(0, a.size())
                .mapToObj(k -> a.get(k).times(b.get(k)))
                .reduce(Dual::add)
                .orElseThrow();
    }

    private static List<Dual> mixed(List<Dual> weights, List<List<Dual>> values) {
        return IntStream.range(0, values.get(0).size())
                .mapToObj(k -> IntStream.range(0, weights.size())
                        .mapToObj(j -> weights.get(j).times(values.get(j).get(k)))
                        .reduce(Dual::add)
                        .orElseThrow())
                .toList();
    }

    /** (a, b) to (a, b e^s(a) + t(a)), the halves of the input. */
    static Layer coupling(Layer s, Layer t) {
        return Layer.of(x -> {
            int half = x.value().rows / 2;
            require(x.value().rows == 2 * half, "an even number of inputs");
            List<Dual> all = Dual.of(x);
            Layer.Jet first = part(x, 0, half);
            List<Dual> scale = Dual.of(s.push(first));
            List<Dual> shift = Dual.of(t.push(first));
            require(scale.size() == half && shift.size() == half, "as many outputs as inputs");
            Stream<Dual> second = IntStream.range(0, half)
                    .mapToObj(k -> all.get(half + k)
                            .times(scale.get(k).through(Series::exp, Series::exp))
                            .add(shift.get(k)));
            return Dual.join(
                    x, Stream.concat(all.subList(0, half).stream(), second).toList());
        });
    }

    private static Layer.Jet part(Layer.Jet x, int from, int count) {
        return x.to(
                Mat.of(count, 1, (i, j) -> x.value().get(from + i, 0)),
                t -> Mat.of(count, t.columns, (i, j) -> t.get(from + i, j)));
    }
}
