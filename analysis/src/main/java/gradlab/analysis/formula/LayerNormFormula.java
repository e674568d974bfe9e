package gradlab.analysis.formula;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.LinearAlgebra;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.ShapeException;
import java.util.List;
import java.util.Optional;

/**
 * Layer normalisation, y = gamma (x - mean)/s + beta with s = sqrt(variance + epsilon), the variance dividing by n
 * (ba2016). With c the centred input its Jacobian is (I - 11'/n - c c'/(n s^2))/s, rows scaled by gamma.
 *
 * @param epsilon the number under the root
 * @param gain gamma and beta, if there are any
 * @param <N> the numbers
 */
public record LayerNormFormula<N>(N epsilon, Optional<Gain<N>> gain) implements LayerFormula<N> {

    /**
     * Scale and shift of the outputs.
     *
     * @param gamma scale of each output
     * @param beta shift of each output
     * @param <N> the numbers
     */
    public record Gain<N>(List<N> gamma, List<N> beta) {}

    @Override
    public List<N> value(Arithmetic<N> numbers, List<N> x) {
        return value(numbers, centred(numbers, x), new LinearAlgebra<>(numbers));
    }

    private List<N> value(Arithmetic<N> numbers, List<N> centred, LinearAlgebra<N> algebra) {
        N deviation = numbers.sqrt(shiftedVariance(numbers, centred));
        List<N> normalised = algebra.map(centred, e -> numbers.divide(e, deviation));
        return gain.map(g -> algebra.map(algebra.map(g.gamma(), normalised, numbers::multiply), g.beta(), numbers::add))
                .orElse(normalised);
    }

    @Override
    public Jet<N> push(Arithmetic<N> numbers, Jet<N> x) {
        LinearAlgebra<N> algebra = new LinearAlgebra<>(numbers);
        List<N> centred = centred(numbers, x.value());
        N variance = shiftedVariance(numbers, centred);
        N scale = numbers.multiply(numbers.of(centred.size()), variance);
        N deviation = numbers.sqrt(variance);
        Matrix<N> rows = x.tangents().transpose();
        Matrix<N> pushed = Matrix.of(rows.rows(), rows.columns(), new Column<>(numbers, rows, centred, scale)::at)
                .transpose()
                .map(e -> numbers.divide(e, deviation));
        Matrix<N> scaled = gain.map(g -> Matrix.of(
                        pushed.rows(),
                        pushed.columns(),
                        (i, j) -> numbers.multiply(g.gamma().get(i), pushed.get(i, j))))
                .orElse(pushed);
        return new Jet<>(value(numbers, centred, algebra), scaled);
    }

    /** One tangent t a row: t - mean(t) - c (c't)/(n s^2), mean and inner product computed once a row. */
    private static final class Column<N> {

        private final Arithmetic<N> numbers;
        private final Matrix<N> tangents;
        private final List<N> centred;
        private final List<N> means;
        private final List<N> shares;

        Column(Arithmetic<N> numbers, Matrix<N> tangents, List<N> centred, N scale) {
            this.numbers = numbers;
            this.tangents = tangents;
            this.centred = centred;
            LinearAlgebra<N> algebra = new LinearAlgebra<>(numbers);
            java.util.stream.IntStream range = java.util.stream.IntStream.range(0, tangents.rows());
            this.means = range.mapToObj(i -> algebra.mean(tangents.row(i))).toList();
            this.shares = java.util.stream.IntStream.range(0, tangents.rows())
                    .mapToObj(i -> numbers.divide(algebra.dot(centred, tangents.row(i)), scale))
                    .toList();
        }

        N at(int tangent, int component) {
            N withoutMean = numbers.subtract(tangents.get(tangent, component), means.get(tangent));
            return numbers.subtract(withoutMean, numbers.multiply(centred.get(component), shares.get(tangent)));
        }
    }

    private List<N> centred(Arithmetic<N> numbers, List<N> x) {
        if (x.isEmpty()) {
            throw new ShapeException("an empty vector", "at least one component");
        }
        if (gain.isPresent()
                && (gain.get().gamma().size() != x.size() || gain.get().beta().size() != x.size())) {
            throw new ShapeException("gamma and beta beside an input of length " + x.size(), "equal lengths");
        }
        LinearAlgebra<N> algebra = new LinearAlgebra<>(numbers);
        N mean = algebra.mean(x);
        return algebra.map(x, e -> numbers.subtract(e, mean));
    }

    private N shiftedVariance(Arithmetic<N> numbers, List<N> centred) {
        N variance = numbers.divide(new LinearAlgebra<>(numbers).squaredNorm(centred), numbers.of(centred.size()));
        return numbers.add(variance, epsilon);
    }
}
