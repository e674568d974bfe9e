package gradlab.analysis.exact;

import static gradlab.analysis.exact.Exact.matrix;
import static gradlab.analysis.exact.Exact.number;
import static gradlab.analysis.exact.Exact.product;
import static gradlab.analysis.exact.Exact.root;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;

class ExactMatrixTest {

    @Test
    void entriesComeBackAsTheyWereGiven() {
        Surd[][] entries = {{root("2"), root("1/8"), Surd.ZERO}, {root("18").negate(), Surd.ZERO, root("2")}};
        ExactMatrix a = ExactMatrix.of(entries).orElseThrow();
        assertThat(a.rows()).isEqualTo(2);
        assertThat(a.columns()).isEqualTo(3);
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                assertThat(a.entry(i, j)).isEqualTo(entries[i][j]);
                assertThat(a.transpose().entry(j, i)).isEqualTo(entries[i][j]);
            }
        }
    }

    @Test
    void mixedRootsAreNoExactMatrix() {
        assertThat(ExactMatrix.of(new Surd[][] {{Surd.ONE, root("2")}})).isEmpty();
        assertThat(Exact.identity(2).add(Exact.identity(2).multiply(root("2")).orElseThrow()))
                .isEmpty();
    }

    @Test
    void rowsOfDifferentLengthsAreRefused() {
        assertThatThrownBy(() -> ExactMatrix.of(new Surd[][] {{Surd.ONE}, {}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("entries");
    }

    @Test
    void changingTheGivenArrayChangesNothing() {
        Surd[][] entries = {{Surd.ONE}};
        ExactMatrix a = ExactMatrix.of(entries).orElseThrow();
        entries[0][0] = Surd.ZERO;
        assertThat(a.entry(0, 0)).isEqualTo(Surd.ONE);
    }

    @Test
    void theSameValuesAreEqualHoweverScaled() {
        ExactMatrix a = matrix("2 4; 6 -8");
        ExactMatrix b = matrix("1/3 2/3; 1 -4/3").multiply(Surd.of(6)).orElseThrow();
        assertThat(a).isEqualTo(b).hasSameHashCodeAs(b).isNotEqualTo(a.transpose());
        assertThat(a.multiply(Surd.of(-1))).contains(matrix("-2 -4; -6 8"));
        assertThat(a.multiply(Surd.ZERO)).contains(matrix("0 0; 0 0"));
    }

    @Test
    void sumsAndProducts() {
        ExactMatrix a = matrix("1 2; 3 4");
        ExactMatrix b = matrix("1/2 0; -1 1/3");
        assertThat(a.add(b)).contains(matrix("3/2 2; 2 13/3"));
        assertThat(a.subtract(b)).contains(matrix("1/2 2; 4 11/3"));
        assertThat(a.subtract(a)).contains(matrix("0 0; 0 0"));
        assertThat(a.multiply(b)).contains(matrix("-3/2 2/3; -5/2 4/3"));
        assertThat(a.add(matrix("0 0; 0 0"))).contains(a);
        assertThatThrownBy(() -> a.multiply(matrix("1 2 3"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> a.add(matrix("1 2"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void determinants() {
        assertThat(matrix("1 2; 3 4").determinant()).contains(number("-2"));
        assertThat(matrix("0 1 0; 0 0 1; 1 0 0").determinant()).contains(Surd.ONE);
        assertThat(matrix("0 1; 1 0").determinant()).contains(number("-1"));
        assertThat(matrix("1 2; 2 4").determinant()).contains(Surd.ZERO);
        ExactMatrix scaled = Exact.identity(3).multiply(root("2")).orElseThrow();
        assertThat(scaled.determinant()).contains(root("8"));
        assertThatThrownBy(() -> matrix("1 2").determinant()).isInstanceOf(IllegalArgumentException.class);
    }

    /** The determinant of the Hilbert matrix of order 5 is 1/266716800000 (choi1983). */
    @Test
    void hilbert() {
        ExactMatrix hilbert = hilbert(5);
        assertThat(hilbert.determinant()).contains(number("1/266716800000"));
        assertThat(hilbert.inverse().orElseThrow().entry(0, 0)).isEqualTo(Surd.of(25));
        assertThat(hilbert.inverse().orElseThrow().entry(4, 4)).isEqualTo(Surd.of(44100));
        assertThat(product(hilbert(12), hilbert(12).inverse().orElseThrow())).isEqualTo(Exact.identity(12));
    }

    private static ExactMatrix hilbert(int n) {
        return matrix(n, n, (i, j) -> Surd.of(new BigFraction(1, i + j + 1)));
    }

    @Test
    void inversesInvert() {
        Random random = new Random(3);
        for (int n = 1; n <= 8; n++) {
            ExactMatrix a =
                    Exact.randomDoubles(n, n, random).multiply(root("3")).orElseThrow();
            ExactMatrix inverse = a.inverse().orElseThrow();
            assertThat(product(a, inverse)).isEqualTo(Exact.identity(n)).isEqualTo(product(inverse, a));
            Surd determinants =
                    a.determinant().orElseThrow().multiply(inverse.determinant().orElseThrow());
            assertThat(determinants).isEqualTo(Surd.ONE);
        }
        assertThat(matrix("1 2; 2 4").inverse()).isEmpty();
        assertThat(matrix("0 1; 1 0").inverse()).contains(matrix("0 1; 1 0"));
    }

    @Test
    void determinantsMultiply() {
        Random random = new Random(4);
        ExactMatrix a = Exact.randomDoubles(5, 5, random);
        ExactMatrix b = Exact.randomDoubles(5, 5, random);
        Surd expected = a.determinant().orElseThrow().multiply(b.determinant().orElseThrow());
        assertThat(product(a, b).determinant()).contains(expected);
        assertThat(a.transpose().determinant()).isEqualTo(a.determinant());
    }

    @Test
    void ranks() {
        assertThat(matrix("0 0 1; 0 0 2").rank()).hasValue(1);
        assertThat(matrix("0 1 1; 0 1 2; 0 0 5").rank()).hasValue(2);
        assertThat(matrix("1 2 3; 4 5 6; 7 8 9").rank()).hasValue(2);
        assertThat(matrix("0 0").rank()).hasValue(0);
        ExactMatrix outer = product(matrix("1; 2; 3/7"), matrix("1/3 1 5 7"));
        assertThat(outer.rank()).hasValue(1);
    }

    @Test
    void norms() {
        ExactMatrix a = matrix("1 -2; 3 4").multiply(root("2")).orElseThrow();
        assertThat(a.norm1()).isEqualTo(Surd.of(6).multiply(root("2")));
        assertThat(a.norminf()).isEqualTo(Surd.of(7).multiply(root("2")));
        assertThat(a.frobenius()).isEqualTo(root("60"));
        assertThat(a.trace()).isEqualTo(Surd.of(5).multiply(root("2")));
    }

    @Test
    void shapes() {
        assertThat(matrix("1 2; 2 3").isSymmetric()).isTrue();
        assertThat(matrix("1 2; 1 3").isSymmetric()).isFalse();
        assertThat(matrix("1 2").isSymmetric()).isFalse();
        assertThat(matrix("1 0; 5 3").isTriangular()).isTrue();
        assertThat(matrix("1 5; 0 3").isTriangular()).isTrue();
        assertThat(matrix("0 5; 1 0").isTriangular()).isFalse();
        assertThat(matrix("0 0; 0 0").isZero()).isTrue();
        assertThat(matrix("0 0; 0 1/9").isZero()).isFalse();
    }

    @Test
    void nilpotency() {
        assertThat(matrix("0 1 7; 0 0 1; 0 0 0").isNilpotent()).contains(true);
        assertThat(matrix("1 -1; 1 -1").isNilpotent()).contains(true);
        assertThat(matrix("5 -3 2; 15 -9 6; 10 -6 4").isNilpotent()).contains(true);
        assertThat(matrix("0 1; 1 0").isNilpotent()).contains(false);
        // Zero modulo the prime of the quick test: only the exact one can tell.
        assertThat(matrix("2147483647 0; 0 0").isNilpotent()).contains(false);
        assertThat(matrix("2147483647 1; 0 0").isNilpotent()).contains(false);
    }

    @Test
    void emptyMatrices() {
        ExactMatrix none = ExactMatrix.of(new Surd[0][0]).orElseThrow();
        assertThat(none.determinant()).contains(Surd.ONE);
        assertThat(none.inverse()).contains(none);
        assertThat(none.trace()).isEqualTo(Surd.ZERO);
        assertThat(none.rank()).hasValue(0);
        ExactMatrix tall = matrix(3, 0, (i, j) -> Surd.ONE);
        assertThat(tall.transpose().columns()).isEqualTo(3);
        assertThat(tall.norminf()).isEqualTo(Surd.ZERO).isEqualTo(tall.norm1()).isEqualTo(tall.frobenius());
        assertThat(product(tall, tall.transpose())).isEqualTo(matrix("0 0 0; 0 0 0; 0 0 0"));
        assertThatThrownBy(() -> ExactMatrix.of(-1, 2, (i, j) -> Surd.ONE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void workBeyondTheBoundIsRefusedRatherThanBegun() {
        ExactMatrix large = matrix(65, 65, (i, j) -> Surd.of(i * j % 7 + 1L));
        assertThat(large.rank()).isEmpty();
        assertThat(large.determinant()).isEmpty();
        assertThat(large.inverse()).isEmpty();
        assertThat(large.isNilpotent()).isEmpty();
        ExactMatrix wide = matrix(512, 512, (i, j) -> Surd.of((long) i - j));
        assertThat(wide.multiply(wide)).isEmpty();
        assertThat(ExactSpectrum.spectralRadius(wide)).isEmpty();
        assertThat(ExactMatrix.of(1 << 15, 1 << 15, (i, j) -> Surd.ONE)).isEmpty();
        Surd longest = Surd.of(2).pow(WorkBound.MAX_ENTRY_BITS + 1);
        assertThat(ExactMatrix.of(new Surd[][] {{Surd.ONE, longest}})).isEmpty();
        assertThat(ExactMatrix.of(new Surd[][] {{Surd.ONE, longest.reciprocal()}}))
                .isEmpty();
        assertThat(ExactMatrix.of(new Surd[][] {{longest, longest}})).isPresent();
    }

    @Test
    void entriesOutsideAreRefused() {
        assertThatThrownBy(() -> matrix("1 2").entry(1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> matrix("1 2").entry(0, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> matrix("1 2").entry(-1, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
