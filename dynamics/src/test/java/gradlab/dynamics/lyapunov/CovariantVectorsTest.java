package gradlab.dynamics.lyapunov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import gradlab.analysis.random.RandomStream;
import gradlab.dynamics.system.DenseNetworkMap;
import gradlab.dynamics.system.DynamicalSystem;
import gradlab.dynamics.system.Orbit;
import gradlab.dynamics.system.OrbitException;
import java.util.List;
import org.junit.jupiter.api.Test;

class CovariantVectorsTest {

    /** (1 + sqrt 5, 2) and (1 - sqrt 5, 2), at right angles, everywhere. */
    @Test
    void ofTheCatMapTheyAreItsEigenvectors() {
        for (CovariantFrame frame : CovariantVectors.withDefaults().of(Examples.cat(), 2)) {
            double slope = (Math.sqrt(5) - 1) / 2;
            assertThat(frame.vectors().get(1, 0) / frame.vectors().get(0, 0)).isCloseTo(slope, within(1e-14));
            assertThat(frame.vectors().get(1, 1) / frame.vectors().get(0, 1)).isCloseTo(-1 / slope, within(1e-14));
            assertThat(frame.angle(0, 1)).isCloseTo(Math.PI / 2, within(1e-14));
            assertThat(frame.growth().get(0)).isCloseTo(Math.log((3 + Math.sqrt(5)) / 2), within(1e-14));
            assertThat(frame.growth().get(1)).isCloseTo(-Math.log((3 + Math.sqrt(5)) / 2), within(1e-14));
        }
    }

    /** Of a constant triangular matrix they are the eigenvectors: (1, 0, 0), (1, -2, 0) and (1/15, -1/2, 1) up to length. */
    @Test
    void ofATriangularChainTheyAreItsEigenvectors() {
        double[] j = {4, 1.5, 0.5, 0, 1, 0.375, 0, 0, 0.25};
        double[][] eigenvectors = {{1, 0, 0}, {1, -2, 0}, {1.0 / 15, -0.5, 1}};
        List<CovariantFrame> frames = CovariantVectors.withDefaults().of(Examples.chain("triangle", 3, t -> j), 3);
        for (CovariantFrame frame : frames) {
            for (int i = 0; i < 3; i++) {
                assertThat(sine(frame, i, eigenvectors[i])).isCloseTo(0, within(1e-7));
                assertThat(frame.growth().get(i)).isCloseTo(Math.log(j[4 * i]), within(1e-13));
            }
        }
    }

    /** The sine of the angle between v_i and a vector. */
    private static double sine(CovariantFrame frame, int i, double[] vector) {
        double product = 0;
        double square = 0;
        for (int row = 0; row < vector.length; row++) {
            product += frame.vectors().get(row, i) * vector[row];
            square += vector[row] * vector[row];
        }
        return Math.sqrt(Math.max(0, 1 - product * product / square));
    }

    @Test
    void theyAreMappedAlongEachOther() {
        assertInvariant(Examples.henon(0.1, 0.1), 2, 1e-12);
        assertInvariant(DenseNetworkMap.random("network", 8, 3, 1), 8, 1e-8);
        assertInvariant(DenseNetworkMap.random("network", 8, 3, 1), 3, 1e-8);
    }

    private static void assertInvariant(DynamicalSystem system, int k, double tolerance) {
        List<CovariantFrame> frames = CovariantVectors.withDefaults().of(system, k);
        assertThat(frames).hasSize(200);
        for (int t = 0; t + 1 < frames.size(); t++) {
            Orbit orbit = system.orbit(frames.get(t).state().toArray());
            double[] image = frames.get(t).vectors().toArray();
            orbit.advance(image, k);
            assertThat(orbit.state()).isEqualTo(frames.get(t + 1).state().toArray());
            for (int j = 0; j < k; j++) {
                double[] v = new double[system.dimension()];
                double squares = 0;
                for (int i = 0; i < v.length; i++) {
                    v[i] = image[i * k + j];
                    squares += v[i] * v[i];
                }
                assertThat(Math.log(squares) / 2)
                        .isCloseTo(frames.get(t).growth().get(j), within(tolerance));
                assertThat(sine(frames.get(t + 1), j, v)).isCloseTo(0, within(Math.sqrt(tolerance)));
            }
        }
    }

    /** The mean of ln |J v_j| is the exponent, forwards as backwards. */
    @Test
    void theirGrowthIsTheExponent() {
        List<CovariantFrame> frames =
                CovariantVectors.withDefaults().withWindow(20_000).of(Examples.henon(0.1, 0.1), 2);
        for (int j = 0; j < 2; j++) {
            int at = j;
            double mean = frames.stream()
                    .mapToDouble(frame -> frame.growth().get(at))
                    .average()
                    .orElseThrow();
            assertThat(mean).isCloseTo(j == 0 ? 0.41922 : -1.62319, within(0.01));
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        RandomStream random = RandomStream.of(1, "singular");
        DynamicalSystem singular = Examples.chain("singular", 2, t -> new double[] {random.nextDouble(), 0, 0, 0});
        assertThatExceptionOfType(OrbitException.class)
                .isThrownBy(() -> CovariantVectors.withDefaults().of(singular, 2))
                .withMessageContaining("annihilates");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CovariantVectors.withDefaults().of(Examples.cat(), 3))
                .withMessage("k must be in [1, 2], was 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        CovariantVectors.withDefaults().withWindow(1 << 30).of(Examples.cat(), 2))
                .withMessageContaining("fewer states");
    }
}
