package gradlab.analysis.block;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.Exponentiation;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import gradlab.analysis.tensor.Trigonometric;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rotary position encoding (su2021): of a token at position m, entries 2i and 2i + 1 are turned by the angle m 10000^(-2i/d)
 * as a point of the plane. An orthogonal map.
 *
 * @param d length of a token, even
 * @param positions the position of each token
 */
public record Rotary(int d, List<Integer> positions) implements Block {
    private static final int BASE = 10_000;

    /** Copies the positions and checks d. */
    public Rotary {
        positions = List.copyOf(positions);
        if (d < 2 || d % 2 != 0) {
            throw new ShapeException("tokens of length " + d, "an even length of at least 2");
        }
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        Tensors<T> tensors = new Tensors<>(algebra);
        T angles = tensors.multiply(places(tensors), frequencies(tensors));
        T cos = algebra.map(Trigonometric.COS, angles);
        T sin = algebra.map(Trigonometric.SIN, angles);
        T pairs = Rows.as(algebra, x, positions.size(), d / 2, 2);
        T even = tensors.at(pairs, 3, 0);
        T odd = tensors.at(pairs, 3, 1);
        T first = tensors.subtract(tensors.multiply(even, cos), tensors.multiply(odd, sin));
        T second = tensors.add(tensors.multiply(even, sin), tensors.multiply(odd, cos));
        return Rows.flat(algebra, tensors.stack(List.of(first, second), 3));
    }

    private <T> T places(Tensors<T> tensors) {
        return tensors.stack(
                positions.stream()
                        .map(m -> tensors.reshape(tensors.number(m), 1))
                        .toList(),
                0);
    }

    private <T> T frequencies(Tensors<T> tensors) {
        List<T> exponents = IntStream.range(0, d / 2)
                .mapToObj(i -> tensors.reshape(tensors.number(-2L * i, d), 1))
                .toList();
        return tensors.algebra().combine(Exponentiation.POWER, tensors.number(BASE), tensors.concatenate(exponents, 0));
    }
}
