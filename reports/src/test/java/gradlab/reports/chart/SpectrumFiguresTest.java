package gradlab.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpectrumFiguresTest {

    /** |z| over a square: the smallest singular value of zI - A for A = (0). */
    private static ResolventGrid aroundZero(int points) {
        List<Double> places = IntStream.range(0, points)
                .mapToObj(i -> -2 + 4.0 * i / (points - 1))
                .toList();
        List<List<Double>> smallest = places.stream()
                .map(y -> places.stream().map(x -> Math.hypot(x, y)).toList())
                .toList();
        return new ResolventGrid(places, places, smallest, List.of(List.of(0.0, 0.0)));
    }

    @Test
    void aContourOfTheModulusIsACircle() {
        List<Contour.Piece> pieces = new Contour(aroundZero(200), 0).pieces();
        assertThat(pieces).hasSizeGreaterThan(200);
        double length = 0;
        for (Contour.Piece piece : pieces) {
            assertThat(Math.hypot(piece.x0(), piece.y0())).isCloseTo(1, within(1e-3));
            length += Math.hypot(piece.x1() - piece.x0(), piece.y1() - piece.y0());
        }
        assertThat(length).isCloseTo(2 * Math.PI, within(1e-2));
    }

    @Test
    void noLevelOutsideTheGridGivesAPiece() {
        assertThat(new Contour(aroundZero(20), 3).pieces()).isEmpty();
    }

    @Test
    void thePseudospectrumNamesItsLevels() {
        Figure figure = SpectrumFigures.pseudospectrum("p", "Pseudospectra", aroundZero(40));
        assertThat(figure.description()).contains("eigenvalues marked: 1").contains("epsilon of 2");
        assertThat(figure.svg()).contains("viewBox=\"0 0 560 520\"");
    }

    @Test
    void theHistogramLeavesOutWhatALogarithmicAxisCannotHold() {
        double[] values = DoubleStream.concat(
                        DoubleStream.of(0, 0), IntStream.range(0, 50).mapToDouble(i -> Math.pow(10, -i / 10.0)))
                .toArray();
        Figure figure = SpectrumFigures.histogram("h", "Singular values", values);
        assertThat(figure.notes())
                .containsExactly("2 values of 0 are left out, for a logarithmic axis has no place for them.");
        assertThat(figure.description()).contains("52 values, from 0.00 to 1.00");
    }

    @Test
    void equalValuesFillOneBar() {
        double[] values = new double[9];
        Arrays.fill(values, 3);
        Figure figure = SpectrumFigures.histogram("h", "Singular values", values);
        assertThat(figure.notes()).isEmpty();
        assertThat(figure.svg()).isNotBlank();
    }

    @Test
    void aHistogramOfNothingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpectrumFigures.histogram("h", "Nothing", new double[] {Double.NaN}));
    }

    @Test
    void gridsMustBeWhole() {
        List<Double> places = new ArrayList<>(List.of(0.0, 1.0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResolventGrid(places, places, List.of(places), List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ResolventGrid(places, places, List.of(places, List.of(1.0)), List.of()));
    }
}
