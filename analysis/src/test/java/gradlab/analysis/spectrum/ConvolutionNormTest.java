package gradlab.analysis.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.operator.DenseMatrix;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConvolutionNormTest {
    /** sin 1, sin 2, ...: two outputs, three inputs, 3 x 3. */
    private static final ConvolutionKernel KERNEL = ConvolutionKernel.of(
            2,
            3,
            3,
            3,
            IntStream.rangeClosed(1, 54).mapToDouble(StrictMath::sin).toArray());

    /** The matrix of the convolution with this much padding around the input. */
    private static DenseMatrix matrix(ConvolutionKernel k, int h, int w, int stride, int pad, boolean circular) {
        int rows = circular ? h / stride : (h + 2 * pad - k.height()) / stride + 1;
        int columns = circular ? w / stride : (w + 2 * pad - k.width()) / stride + 1;
        int side = k.inputs() * h * w;
        double[] a = new double[k.outputs() * rows * columns * side];
        for (int p = 0; p < k.height(); p++) {
            for (int q = 0; q < k.width(); q++) {
                double[] tap = k.at(p, q);
                for (int l = 0; l < tap.length * rows * columns; l++) {
                    int pair = l / (rows * columns);
                    int y = l / columns % rows;
                    int x = l % columns;
                    int fromY = y * stride + p - pad;
                    int fromX = x * stride + q - pad;
                    if (circular) {
                        fromY = Math.floorMod(fromY, h);
                        fromX = Math.floorMod(fromX, w);
                    }
                    if (fromY >= 0 && fromY < h && fromX >= 0 && fromX < w) {
                        int row = (pair / k.inputs() * rows + y) * columns + x;
                        a[row * side + (pair % k.inputs() * h + fromY) * w + fromX] += tap[pair];
                    }
                }
            }
        }
        return DenseMatrix.of(k.outputs() * rows * columns, side, a);
    }

    /** numpy 2.4.6: svd of the 6 x 6 circular convolution matrix, largest and smallest. */
    @ParameterizedTest
    @CsvSource({
        "1, 10.945189720358387, 0.010916937329793045",
        "2, 6.262249075887401, 1.1805986047375776",
        "3, 4.18297231373803, 3.0838432828857183"
    })
    void circularSingularValuesAreNumpys(int stride, double largest, double smallest) {
        double[] values =
                ConvolutionNorm.of(KERNEL).circularSingularValues(6, 6, stride).toArray();
        assertThat(values).hasSize(72 / (stride * stride));
        assertThat(values[0]).isCloseTo(largest, within(1e-12));
        assertThat(values[values.length - 1]).isCloseTo(smallest, within(1e-12));
        assertThat(ConvolutionNorm.of(KERNEL).circular(6, 6, stride)).isCloseTo(largest, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"6, 6, 1", "5, 7, 1", "4, 8, 2", "6, 9, 3", "3, 3, 1", "2, 2, 1", "1, 6, 2"})
    void circularSingularValuesAreThoseOfTheMatrix(int h, int w, int stride) {
        ConvolutionKernel kernel = h == 1
                ? ConvolutionKernel.of(
                        2,
                        2,
                        1,
                        4,
                        IntStream.range(0, 16).mapToDouble(i -> i % 5 - 1.5).toArray())
                : KERNEL;
        double[] expected = h == 1 && stride > 1
                ? SingularValues.of(lines(kernel, w, stride)).values().toArray()
                : SingularValues.of(matrix(kernel, h, w, stride, 1, true))
                        .values()
                        .toArray();
        double[] values =
                ConvolutionNorm.of(kernel).circularSingularValues(h, w, stride).toArray();
        assertThat(Arrays.copyOf(values, expected.length)).containsExactly(expected, within(1e-12));
    }

    /** One-dimensional: every stride-th column of outputs of the stride 1 matrix. */
    private static DenseMatrix lines(ConvolutionKernel kernel, int w, int stride) {
        DenseMatrix full = matrix(kernel, 1, w, 1, 0, true);
        double[] kept = new double[kernel.outputs() * w / stride * full.columns()];
        int row = 0;
        for (int i = 0; i < full.rows(); i += stride) {
            for (int j = 0; j < full.columns(); j++) {
                kept[row * full.columns() + j] = full.get(i, j);
            }
            row++;
        }
        return DenseMatrix.of(row, full.columns(), kept);
    }

    @ParameterizedTest
    @CsvSource({"6,5,1,1", "6,5,2,1", "6,5,1,0", "6,5,1,2", "7,7,3,1", "3,3,1,2", "2,2,1,1", "9,4,2,2"})
    void zeroPaddingIsBounded(int h, int w, int stride, int pad) {
        double norm =
                SingularValues.of(matrix(KERNEL, h, w, stride, pad, false)).largest();
        ConvolutionNorm.Bounds bounds = ConvolutionNorm.of(KERNEL).zeroPadded(h, w, stride);
        assertThat(bounds.upper()).isGreaterThanOrEqualTo(norm * (1 - 1e-13));
        assertThat(bounds.lower()).isLessThanOrEqualTo(norm * (1 + 1e-13));
        assertThat(bounds.upper()).isLessThan(h > 2 ? 1.6 * norm : 3 * norm);
    }

    /** The all-ones 3 x 3 kernel sums nine entries of a constant input: norm 9, while its reshaped matrix has norm 3. */
    @Test
    void theAllOnesKernelHasNormNine() {
        double[] ones = new double[9];
        Arrays.fill(ones, 1);
        ConvolutionKernel kernel = ConvolutionKernel.of(1, 1, 3, 3, ones);
        assertThat(ConvolutionNorm.of(kernel).circular(8, 8, 1)).isCloseTo(9, within(1e-14));
        assertThat(ConvolutionNorm.of(kernel.dilated(2)).circular(8, 8, 1)).isCloseTo(9, within(1e-14));
        assertThat(ConvolutionNorm.of(kernel.dilated(2))
                        .circularSingularValues(7, 7, 1)
                        .toArray())
                .containsExactly(
                        SingularValues.of(matrix(kernel.dilated(2), 7, 7, 1, 2, true))
                                .values()
                                .toArray(),
                        within(1e-12));
    }

    @Test
    void emptyChannelsAndBadGrids() {
        ConvolutionKernel none = ConvolutionKernel.of(0, 2, 1, 1);
        assertThat(ConvolutionNorm.of(none).circular(3, 3, 1)).isZero();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConvolutionNorm.of(KERNEL).circular(6, 7, 2))
                .withMessageContaining("stride must divide the grid 6 x 7");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConvolutionKernel.of(1, 1, 1, 1, Double.NaN))
                .withMessage("entries[0] must be finite, was NaN");
    }
}
