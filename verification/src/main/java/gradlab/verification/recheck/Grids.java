package gradlab.verification.recheck;

import static gradlab.verification.recheck.RecheckException.require;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.util.List;
import java.util.stream.IntStream;

/** Layers that look at neighbours: the linear ones as the matrices that they are. */
final class Grids {
    private static final int MOST_INPUTS = 64;

    private Grids() {}

    private static Layer linear(Mat w) {
        return Layer.dense(w, Mat.of(w.rows, 1, (i, j) -> Num.ZERO));
    }

    /** y_i = sum_j w_j x_(i + j - c) with c = (k - 1)/2 rounded down: a picture of height 1. */
    static Layer conv1d(Mat kernel, int n, String padding) {
        return conv2d(kernel.transpose(), 1, n, padding);
    }

    static Layer conv2d(Mat kernel, int height, int width, String padding) {
        require(padding.equals("zero") || padding.equals("circular"), "zero or circular padding");
        require(height * width <= MOST_INPUTS, "at most " + MOST_INPUTS + " inputs");
        boolean circular = padding.equals("circular");
        Num[][] w = new Num[height * width][height * width];
        for (Num[] row : w) {
            java.util.Arrays.fill(row, Num.ZERO);
        }
        for (int i = 0; i < height * width; i++) {
            for (int j = 0; j < kernel.rows * kernel.columns; j++) {
                int y = i / width + j / kernel.columns - (kernel.rows - 1) / 2;
                int x = i % width + j % kernel.columns - (kernel.columns - 1) / 2;
                boolean inside = y >= 0 && y < height && x >= 0 && x < width;
                if (inside || circular) {
                    int from = Math.floorMod(y, height) * width + Math.floorMod(x, width);
                    w[i][from] = w[i][from].add(kernel.get(j / kernel.columns, j % kernel.columns));
                }
            }
        }
        return linear(Mat.of(height * width, height * width, (i, j) -> w[i][j]));
    }

    private static int positions(int n, int size, int stride) {
        require(size <= n, "a window no longer than the input");
        return (n - size) / stride + 1;
    }

    static Layer averagePool(int n, int size, int stride) {
        Num share = Num.ONE.divide(Num.of(size));
        return linear(Mat.of(
                positions(n, size, stride), n, (i, j) -> j >= i * stride && j < i * stride + size ? share : Num.ZERO));
    }

    static Layer maxPool(int n, int size, int stride) {
        int count = positions(n, size, stride);
        return Layer.of(x -> {
            require(x.value().rows == n, "n inputs");
            List<Dual> entries = Dual.of(x);
            return Dual.join(
                    x,
                    IntStream.range(0, count)
                            .mapToObj(i -> largest(entries.subList(i * stride, i * stride + size)))
                            .toList());
        });
    }

    private static Dual largest(List<Dual> window) {
        Num value = window.stream().map(Dual::value).reduce(Num::max).orElseThrow();
        if (window.get(0).changes().isEmpty()) {
            return new Dual(value, window.get(0).changes());
        }
        for (Dual candidate : window) {
            long below = window.stream()
                    .filter(o -> o.value().less(candidate.value()) == Answer.HOLDS)
                    .count();
            if (below == window.size() - 1) {
                return candidate;
            }
        }
        boolean tied = window.stream()
                        .filter(o -> o.value().equal(value) == Answer.HOLDS)
                        .count()
                > 1;
        throw NoValue.of(tied, "derivative of a maximum at a tie");
    }

    static Layer dropout(Mat mask, Num p) {
        if (p.low.signum() < 0 || p.high.compareTo(Rational.ONE) >= 0) {
            boolean outside = p.high.signum() < 0 || p.low.compareTo(Rational.ONE) >= 0;
            throw NoValue.of(outside, "a dropout rate outside of [0, 1)");
        }
        Num kept = Num.ONE.divide(Num.ONE.subtract(p));
        return linear(
                Mat.of(mask.rows, mask.rows, (i, j) -> i == j ? mask.get(i, 0).multiply(kept) : Num.ZERO));
    }

    /** Rotates the pairs (x_2i, x_(2i+1)) by the position times 10000^(-2i/d). */
    static Layer rotary(int d, Num position) {
        require(d % 2 == 0, "an even dimension");
        return linear(Mat.of(d, d, (i, j) -> {
            if (i / 2 != j / 2) {
                return Num.ZERO;
            }
            Num frequency = Num.of(10_000).pow(Num.of(-(i / 2 * 2L)).divide(Num.of(d)));
            Num angle = position.multiply(frequency);
            Num sine = Series.sin(angle);
            return i == j ? Series.cos(angle) : i > j ? sine : sine.negate();
        }));
    }
}
