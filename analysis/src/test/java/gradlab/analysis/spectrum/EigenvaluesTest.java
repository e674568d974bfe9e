package gradlab.analysis.spectrum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.Operators;
import gradlab.analysis.operator.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EigenvaluesTest {
    private static final DenseMatrix GRCAR = Samples.grcar(30);

    /** numpy 2.4.6, svd(z eye(30) - grcar(30))[-1]. */
    @ParameterizedTest
    @CsvSource({
        "0.5, 2, 2.9809788794947876e-05",
        "1, 2.5, 0.02312791276164136",
        "3, 0, 0.33688501268696186",
        "-1, 1, 0.8035036867379485"
    })
    void theResolventOfGrcarIsNumpys(double re, double im, double expected) {
        Resolvent resolvent = Resolvent.of(GRCAR);
        assertThat(resolvent.smallestSingularValue(re, im)).isCloseTo(expected, within(1e-13));
        assertThat(resolvent.smallestSingularValue(re, -im)).isCloseTo(expected, within(1e-13));
        assertThat(resolvent.norm(re, im)).isCloseTo(1 / expected, within(1e-8 / expected));
    }

    /** Against the dense decomposition of the real form [[Re, -Im], [Im, Re]]. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 20})
    void theResolventAgreesWithTheDenseDecomposition(int n) {
        DenseMatrix a = Samples.gaussian(n, n);
        Resolvent resolvent = Resolvent.of(a);
        for (double re : new double[] {-2, 0, 0.3, 40}) {
            for (double im : new double[] {0, 0.7, 3}) {
                double[] form = new double[4 * n * n];
                for (int i = 0; i < n; i++) {
                    for (int j = 0; j < n; j++) {
                        double real = (i == j ? re : 0) - a.get(i, j);
                        form[i * 2 * n + j] = real;
                        form[(n + i) * 2 * n + n + j] = real;
                    }
                    form[i * 2 * n + n + i] = -im;
                    form[(n + i) * 2 * n + i] = im;
                }
                double expected =
                        SingularValues.of(DenseMatrix.of(2 * n, 2 * n, form)).smallest();
                assertThat(resolvent.smallestSingularValue(re, im)).isCloseTo(expected, within(1e-12));
            }
        }
    }

    @Test
    void theResolventKnowsSingularEmptyAndScaledMatrices() {
        assertThat(Resolvent.of(Operators.zero(3, 3)).norm(0, 0)).isInfinite();
        assertThat(Resolvent.of(Operators.zero(3, 3)).smallestSingularValue(3, 4))
                .isCloseTo(5, within(1e-14));
        assertThat(Resolvent.of(Operators.zero(0, 0)).norm(1, 0)).isZero();
        DenseMatrix huge = Samples.times(1e300, GRCAR);
        assertThat(Resolvent.of(huge).smallestSingularValue(-1e300, 1e300) / 1e300)
                .isCloseTo(0.8035036867379485, within(1e-13));
        DenseMatrix tiny = Samples.times(1e-305, GRCAR);
        assertThat(Resolvent.of(tiny).smallestSingularValue(3e-305, 0) / 1e-305)
                .isCloseTo(0.33688501268696186, within(1e-12));
        assertThat(Resolvent.of(tiny).smallestSingularValue(1, 1)).isCloseTo(Math.sqrt(2), within(1e-15));
    }

    @Test
    void eigenvaluesHaveSmallBackwardErrors() {
        CheckedEigenvalues values = CheckedEigenvalues.of(Samples.gaussian(40, 40));
        for (double error : values.backwardErrors().toArray()) {
            assertThat(error).isLessThan(1e-12);
        }
        assertThat(CheckedEigenvalues.of(Samples.times(1e300, GRCAR)).spectralRadius() / 1e300)
                .isCloseTo(CheckedEigenvalues.of(GRCAR).spectralRadius(), within(1e-4));
        CheckedEigenvalues diagonal = CheckedEigenvalues.of(Operators.diagonal(Vector.of(-3, 2, 0)));
        assertThat(diagonal.spectralRadius()).isCloseTo(3, within(1e-14));
        assertThat(diagonal.abscissa()).isCloseTo(2, within(1e-14));
        assertThat(CheckedEigenvalues.of(Operators.zero(0, 0)).spectralRadius()).isZero();
    }

    /** numpy 2.4.6 and scipy 1.17.1: norm(A'A - AA'), and norm(triu(schur(A, output='complex')[0], 1)). */
    @Test
    void grcarDepartsFromNormality() {
        NormalityDefect defect = NormalityDefect.of(GRCAR);
        assertThat(defect.commutator()).isCloseTo(6.48074069840786, within(1e-12));
        assertThat(defect.departure()).isCloseTo(5.800166963316752, within(1e-3));
        NormalityDefect scaled = NormalityDefect.of(Samples.times(1e100, GRCAR));
        assertThat(scaled.commutator() / 1e200).isCloseTo(6.48074069840786, within(1e-12));
        assertThat(scaled.relative()).isCloseTo(defect.relative(), within(1e-3));
    }

    @Test
    void normalMatricesHaveNoDefect() {
        DenseMatrix a = Samples.gaussian(20, 20);
        DenseMatrix skew = DenseMatrix.of(Operators.sum(a, Operators.scaled(-1, Samples.transpose(a))));
        assertThat(NormalityDefect.of(skew).relative()).isLessThan(1e-6);
        assertThat(NormalityDefect.of(Operators.identity(5)).departure()).isZero();
        assertThat(NormalityDefect.of(Operators.zero(4, 4)).relative()).isZero();
        assertThat(NormalityDefect.of(Operators.zero(0, 0)).relative()).isZero();
        assertThat(NormalityDefect.of(Samples.jordan(0, 3)).departure()).isCloseTo(3, within(1e-14));
    }

    /** numpy 2.4.6: the largest eigvalsh of the Hermitian parts over 2001 angles; reference-value of Grcar(100). */
    @Test
    void theNumericalRangeOfGrcarIsNumpys() {
        assertThat(NumericalRange.of(Samples.grcar(100)).abscissa()).isCloseTo(2.993881699303957, within(1e-12));
        NumericalRange range = NumericalRange.of(GRCAR);
        assertThat(range.radiusLower()).isLessThanOrEqualTo(3.181550788612242 + 1e-9);
        assertThat(range.radiusUpper()).isGreaterThanOrEqualTo(3.181550788612242 - 1e-9);
        assertThat(range.radiusUpper()).isLessThan(1.003 * range.radiusLower());
    }

    @Test
    void everyPointLiesInsideEverySupportLine() {
        NumericalRange range = NumericalRange.of(Samples.gaussian(9, 9), 17, DenseBackend.fixedOrder());
        for (int k = 0; k < 17; k++) {
            double theta = Math.PI * k / 16;
            for (int l = 0; l < 17; l++) {
                double along = Math.cos(theta) * range.real().get(l)
                        + Math.sin(theta) * range.imaginary().get(l);
                assertThat(along).isLessThanOrEqualTo(range.supports().get(k) + 1e-12);
                if (k == l) {
                    assertThat(along).isCloseTo(range.supports().get(k), within(1e-12));
                }
            }
        }
        CheckedEigenvalues values = CheckedEigenvalues.of(Samples.gaussian(9, 9));
        assertThat(values.abscissa()).isLessThanOrEqualTo(range.abscissa());
        assertThat(values.spectralRadius()).isLessThanOrEqualTo(range.radiusUpper());
    }

    /** The numerical range of a Jordan block [[a, c], [0, a]] is the disc of radius c/2 around a. */
    @Test
    void aJordanBlockHasADisc() {
        NumericalRange range = NumericalRange.of(Samples.jordan(0.9, 10));
        assertThat(range.abscissa()).isCloseTo(5.9, within(1e-13));
        assertThat(range.radiusLower()).isCloseTo(5.9, within(1e-13));
        for (int k = 0; k < range.real().size(); k++) {
            assertThat(Math.hypot(range.real().get(k) - 0.9, range.imaginary().get(k)))
                    .isCloseTo(5, within(1e-12));
            assertThat(range.imaginary().get(k)).isGreaterThan(-1e-12);
        }
        assertThat(NumericalRange.of(Operators.zero(0, 0)).radiusUpper()).isZero();
    }

    @Test
    void thePseudospectrumIsTheResolventOnAGrid() {
        Pseudospectrum.Grid grid = Pseudospectrum.Grid.around(NumericalRange.of(GRCAR), 9);
        Pseudospectrum picture = Pseudospectrum.of(GRCAR, grid);
        Resolvent resolvent = Resolvent.of(GRCAR);
        assertThat(picture.smallest().rows()).isEqualTo(9);
        for (int i = 0; i < 9; i++) {
            for (int j = 0; j < 9; j++) {
                double expected = resolvent.smallestSingularValue(
                        picture.real().get(j), picture.imaginary().get(i));
                assertThat(picture.smallest().get(i, j)).isEqualTo(expected);
            }
        }
        assertThat(picture.real().get(8)).isGreaterThan(NumericalRange.of(GRCAR).abscissa());
        assertThat(picture.eigenvalues().size()).isEqualTo(30);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pseudospectrum.Grid(0, Double.NaN, 3, 0, 1, 3))
                .withMessageContaining("left < right");
    }

    @Test
    void onlySquareFiniteMatricesHaveEigenvalues() {
        DenseMatrix bad = DenseMatrix.of(2, 2, 1, 2, Double.NaN, 3);
        for (DenseMatrix a : new DenseMatrix[] {Samples.gaussian(2, 3), bad}) {
            String message = a.equals(bad) ? "[1, 0] was NaN" : "must be square, was 2 x 3";
            for (Runnable analysis : new Runnable[] {
                () -> CheckedEigenvalues.of(a),
                () -> NormalityDefect.of(a),
                () -> NumericalRange.of(a),
                () -> Resolvent.of(a),
                () -> TransientGrowth.withDefaults().of(a),
                () -> KreissConstant.ofPowers().of(a)
            }) {
                assertThatIllegalArgumentException().isThrownBy(analysis::run).withMessageContaining(message);
            }
        }
    }
}
