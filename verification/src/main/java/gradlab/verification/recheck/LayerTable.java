package gradlab.verification.recheck;

import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/** The operations that make layers, and those that use them. */
final class LayerTable {
    private static final int MOST = Builtins.MOST_REPETITIONS;

    private LayerTable() {}

    /** Takes an operation with its name and the numbers of arguments that it may have. */
    interface Table {
        void put(String name, int least, int most, Function<Arguments, Value> result);
    }

    static void fill(Table table) {
        entrywise(table);
        grids(table);
        cells(table);
        table.put("residual", 1, 2, a -> Layer.residual(a.layer(0), a.count() == 2 ? a.num(1) : Num.ONE));
        table.put("sequential", 0, MOST, a -> Layer.sequential(a.all(a::layer)));
        table.put("repeat", 2, 2, a -> Layer.sequential(Collections.nCopies(a.integer(1, 0, MOST), a.layer(0))));
        table.put("apply", 2, 2, a -> a.layer(0).apply(a.mat(1)));
        table.put("jacobian", 2, 2, a -> a.layer(0).jacobian(a.mat(1)));
        table.put(
                "derivative",
                2,
                2,
                a -> Mat.of(a.layer(0).jacobian(Mat.of(a.num(1))).number()));
    }

    private static void entrywise(Table table) {
        table.put("dense", 1, 2, a -> Layer.dense(a.mat(0), a.optional(1).orElseGet(() -> zeros(a.mat(0).rows))));
        table.put("leaky_relu", 1, 1, a -> Layer.leakyRelu(a.num(0)));
        table.put("layernorm", 1, 3, a -> Normalisations.layerNorm(a.num(0), a.optional(1), a.optional(2)));
        table.put("rmsnorm", 1, 2, a -> Normalisations.rmsNorm(a.num(0), a.optional(1)));
        table.put("batchnorm", 2, 2, a -> Normalisations.batchNorm(size(a, 0), a.num(1)));
        table.put("cross_entropy", 1, 1, a -> Normalisations.crossEntropy(a.mat(0)));
        table.put("dropout", 2, 2, a -> Grids.dropout(a.mat(0), a.num(1)));
        table.put("rotary", 2, 2, a -> Grids.rotary(a.integer(0, 0, Layer.LARGEST_JACOBIAN), a.num(1)));
    }

    private static void grids(Table table) {
        table.put("conv1d", 3, 3, a -> Grids.conv1d(a.mat(0), size(a, 1), a.text(2)));
        table.put("conv2d", 4, 4, a -> Grids.conv2d(a.mat(0), size(a, 1), size(a, 2), a.text(3)));
        table.put("avgpool", 3, 3, a -> Grids.averagePool(size(a, 0), size(a, 1), size(a, 2)));
        table.put("maxpool", 3, 3, a -> Grids.maxPool(size(a, 0), size(a, 1), size(a, 2)));
    }

    private static void cells(Table table) {
        table.put("attention", 4, 4, a -> Cells.attention(a.mat(0), a.mat(1), a.mat(2), size(a, 3)));
        table.put("rnn", 5, 5, a -> Cells.rnn(a.mat(0), a.mat(1), a.mat(2), a.layer(3), a.mat(4)));
        table.put("lstm", 4, 4, a -> Cells.lstm(a.mat(0), a.mat(1), a.mat(2), a.mat(3)));
        table.put("gru", 5, 5, a -> Cells.gru(a.mat(0), a.mat(1), a.mat(2), a.mat(3), a.mat(4)));
        table.put("coupling", 2, 2, a -> Cells.coupling(a.layer(0), a.layer(1)));
        table.put("planar", 3, 3, a -> planar(a.mat(0), a.mat(1), a.num(2)));
    }

    /** x + u tanh(w'x + b). */
    private static Layer planar(Mat u, Mat w, Num b) {
        Layer inner = Layer.dense(w.transpose(), Mat.of(b));
        return Layer.residual(Layer.sequential(List.of(inner, Layer.TANH, Layer.dense(u, zeros(u.rows)))), Num.ONE);
    }

    private static Mat zeros(int n) {
        return Mat.of(n, 1, (i, j) -> Num.ZERO);
    }

    private static int size(Arguments a, int i) {
        return a.integer(i, 1, Mat.LARGEST);
    }
}
