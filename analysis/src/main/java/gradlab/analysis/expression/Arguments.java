package gradlab.analysis.expression;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.formula.LayerFormula;
import java.util.List;

/**
 * The checked arguments of a built-in function.
 *
 * @param numbers the arithmetic at work
 * @param runs where runs come from
 * @param values the arguments, of kinds that one signature of the function names
 * @param <N> the numbers
 */
record Arguments<N>(Arithmetic<N> numbers, RunSource runs, List<Value<N>> values) {

    int count() {
        return values.size();
    }

    N number(int i) {
        return ((Value.OfNumber<N>) values.get(i)).number();
    }

    List<N> vector(int i) {
        return ((Value.OfVector<N>) values.get(i)).entries();
    }

    Matrix<N> matrix(int i) {
        return ((Value.OfMatrix<N>) values.get(i)).matrix();
    }

    Matrix<N> square(int i) {
        Matrix<N> matrix = matrix(i);
        if (!matrix.isSquare()) {
            throw new ShapeException("a " + matrix.shape() + " matrix", "a square matrix");
        }
        return matrix;
    }

    LayerFormula<N> layer(int i) {
        return ((Value.OfLayer<N>) values.get(i)).layer();
    }

    RecordedRun run(int i) {
        return ((Value.OfRun<N>) values.get(i)).run();
    }

    String text(int i) {
        return ((Value.OfText<N>) values.get(i)).text();
    }

    List<Value<N>> list(int i) {
        return ((Value.OfList<N>) values.get(i)).items();
    }

    boolean isVector(int i) {
        return values.get(i) instanceof Value.OfVector;
    }

    /** An integer argument between bounds. */
    int integer(int i, int least, int most) {
        return Integers.of(numbers, number(i), least, most);
    }
}
