package gradlab.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EulerFiguresTest {
    private static final PlanePoints CIRCLE =
            PlanePoints.of("unit", new double[] {1, 0, -1, 0, 1}, new double[] {0, 1, 0, -1, 0});

    @Test
    void regionsAndDots() {
        List<PlanePoints> dots = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            dots.add(PlanePoints.of("layer " + i, new double[] {i}, new double[] {-i}));
        }
        Figure figure = EulerFigures.regions("r", "Regions", List.of(CIRCLE), dots);
        assertThat(figure.svg()).startsWith("<svg").contains("aria-labelledby");
        assertThat(figure.description()).contains("9 dots in 9 groups").contains("unit");
    }

    @Test
    void powersAreLinesOnLogarithmicAxes() {
        Series errors = Series.of("order 2", new double[] {0.01, 0.1, 1}, new double[] {1e-4, 1e-2, 1});
        Figure figure = EulerFigures.errors("e", "Errors", List.of(errors));
        assertThat(figure.description()).contains("order 2: from 0.000100 to 1.00");
        assertThat(figure.notes()).isEmpty();
        assertThat(EulerFigures.growth("g", "Growth", List.of(errors)).svg()).contains("<svg");
    }

    @Test
    void pointsMustBeFinite() {
        assertThatThrownBy(() -> PlanePoints.of("p", new double[] {Double.NaN}, new double[] {0}))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlanePoints.of("p", new double[] {0}, new double[] {}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
