package gradlab.analysis.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorShapesTest {
    private static final DenseMatrix WIDE = DenseMatrix.of(1, 2, 3, 4);

    @Test
    void shapesThatDoNotFitAreNamed() {
        LinearOperator tall = Operators.transpose(WIDE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operators.sum(WIDE, tall))
                .withMessageContaining("rows");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operators.product(WIDE, WIDE))
                .withMessageContaining("2 and 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operators.shifted(WIDE, 1))
                .withMessageContaining("shifted");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operators.above(WIDE, tall))
                .withMessageContaining("stacked");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operators.chain(List.of()))
                .withMessageContaining("at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DenseMatrix.of(2, 2, 1))
                .withMessageContaining("must number 4, were 1");
    }

    @Test
    void aFactorThatIsNotFiniteIsNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Operators.scaled(Double.NaN, WIDE))
                .withMessage("c must be finite, was NaN");
    }

    @Test
    void valuesDoNotLeakTheirArrays() {
        double[] entries = {1, 2};
        Vector vector = Vector.of(entries);
        DenseMatrix matrix = DenseMatrix.of(1, 2, entries);
        entries[0] = 9;
        vector.toArray()[1] = 9;
        matrix.toArray()[1] = 9;
        assertThat(vector).isEqualTo(Vector.of(1, 2)).hasSameHashCodeAs(Vector.of(1, 2));
        assertThat(matrix).isEqualTo(DenseMatrix.of(1, 2, 1, 2)).isNotEqualTo(DenseMatrix.of(2, 1, 1, 2));
    }
}
