package gradlab.analysis.expression;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.formula.DenseFormula;
import gradlab.analysis.formula.LayerFormula;
import gradlab.analysis.formula.ResidualFormula;
import gradlab.analysis.formula.SequentialFormula;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Built-in layers, and the functions of layers. */
final class LayerFunctions {

    private LayerFunctions() {}

    static <N> Value<N> dense(Arguments<N> a) {
        Optional<List<N>> bias = a.count() == 2 ? Optional.of(a.vector(1)) : Optional.empty();
        return of(new DenseFormula<>(a.matrix(0), bias));
    }

    static <N> Value<N> identityMap(Arguments<N> a) {
        return of(new SequentialFormula<>(List.of()));
    }

    static <N> Value<N> residual(Arguments<N> a) {
        return of(new ResidualFormula<>(
                a.layer(0), a.count() == 2 ? a.number(1) : a.numbers().one()));
    }

    static <N> Value<N> sequential(Arguments<N> a) {
        return of(new SequentialFormula<>(
                IntStream.range(0, a.count()).mapToObj(a::layer).toList()));
    }

    static <N> Value<N> repeat(Arguments<N> a) {
        return of(SequentialFormula.repeat(a.layer(0), a.integer(1, 0, Integers.MOST_REPETITIONS)));
    }

    static <N> Value<N> jacobian(Arguments<N> a) {
        List<N> x = a.vector(1);
        MatrixFunctions.requireFewEntries(x.size(), x.size());
        return new Value.OfMatrix<>(a.layer(0).jacobian(a.numbers(), x));
    }

    static <N> Value<N> derivative(Arguments<N> a) {
        var jacobian = a.layer(0).jacobian(a.numbers(), List.of(a.number(1)));
        if (jacobian.rows() != 1) {
            throw new ShapeException("a layer with " + jacobian.rows() + " outputs", "one output for one input");
        }
        return new Value.OfNumber<>(jacobian.get(0, 0));
    }

    private static <N> Value<N> of(LayerFormula<N> layer) {
        return new Value.OfLayer<>(layer);
    }
}
