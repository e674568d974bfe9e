package gradlab.analysis.expression;

import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.formula.LayerFormula;
import java.util.List;

/**
 * What an expression evaluates to.
 *
 * @param <N> the numbers
 */
public sealed interface Value<N> {

    /** A truth value, decided or not. */
    record OfTruth<N>(Truth truth) implements Value<N> {}

    /** A number. */
    record OfNumber<N>(N number) implements Value<N> {}

    /** A vector. */
    record OfVector<N>(List<N> entries) implements Value<N> {
        /** Copies the entries. */
        public OfVector {
            entries = List.copyOf(entries);
        }
    }

    /** A matrix. */
    record OfMatrix<N>(Matrix<N> matrix) implements Value<N> {}

    /** A list. */
    record OfList<N>(List<Value<N>> items) implements Value<N> {
        /** Copies the items. */
        public OfList {
            items = List.copyOf(items);
        }
    }

    /** A layer. */
    record OfLayer<N>(LayerFormula<N> layer) implements Value<N> {}

    /** A recorded run. */
    record OfRun<N>(RecordedRun run) implements Value<N> {}

    /** A text. */
    record OfText<N>(String text) implements Value<N> {}
}
