package gradlab.dynamics.lyapunov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.dynamics.system.DynamicalSystem;
import gradlab.dynamics.system.FlowSystem;
import gradlab.dynamics.system.Orbit;
import gradlab.dynamics.system.SystemSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeriesExponentTest {
    private static double[] series(DynamicalSystem system, int length) {
        Orbit orbit = system.orbit(system.start());
        double[] x = new double[length];
        for (int i = -500; i < length; i++) {
            orbit.advance();
            if (i >= 0) {
                x[i] = orbit.state()[0];
            }
        }
        return x;
    }

    /** Against the exponents of the systems themselves; the method is known to be off by some per cent (rosenstein1993, table 2). */
    @ParameterizedTest
    @CsvSource({"henon, 0.41922, 0.05", "logistic:r=3.9, 0.49602, 0.05"})
    void mapsAreRecognisedByTheirSeries(String name, double exponent, double tolerance) {
        LyapunovResult result = SeriesExponent.withDefaults().of(name, series(SystemSource.of(name), 5_000));
        assertThat(result.converged()).as(result.advice()).isTrue();
        assertThat(result.exponents().get(0).value()).isCloseTo(exponent, within(tolerance));
        assertThat(result.exponents().get(0).halfWidth()).isBetween(1e-4, 0.2);
    }

    @Test
    void lorenzIsRecognisedByItsFirstCoordinate() {
        FlowSystem lorenz = ((FlowSystem) SystemSource.of("lorenz")).withStride(0.02);
        LyapunovResult result = SeriesExponent.withDefaults().withSampling(0.02).of("lorenz", series(lorenz, 10_000));
        assertThat(result.converged()).as(result.advice()).isTrue();
        assertThat(result.exponents().get(0).value()).isCloseTo(0.9056, within(0.15));
        assertThat(result.checks().get(0).detail()).contains("delay").contains("dimension");
    }

    @Test
    void aSineDoesNotGrow() {
        double[] x = new double[3_000];
        Arrays.setAll(x, i -> Math.sin(i * Math.sqrt(0.02)));
        LyapunovResult result = SeriesExponent.withDefaults().of("sine", x);
        assertThat(!result.converged() || Math.abs(result.exponents().get(0).value()) < 0.01)
                .isTrue();
    }

    @Test
    void whatIsNoSeriesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeriesExponent.withDefaults().of("short", new double[100]))
                .withMessage("samples must be from 200 to 200000, were 100");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeriesExponent.withDefaults().of("same", new double[300]))
                .withMessageContaining("not all be the same");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeriesExponent.withDefaults().withSampling(0))
                .withMessage("sampling must be positive, was 0.0");
    }
}
