package gradlab.dynamics.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/** Whatever a file says, it is a system that can take a few strides or fail to, or a {@link SourceException}. */
class SystemFileFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void system(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        try {
            DynamicalSystem system = SystemFileReader.read(new SourceText("f", text), "f", Map.of())
                    .system();
            Orbit orbit = system.orbit(system.start());
            orbit.advance(new double[system.dimension()], 1);
            orbit.advance();
            assertThat(Arrays.stream(orbit.state()).allMatch(Double::isFinite))
                    .as("an orbit leaves the numbers only by an exception")
                    .isTrue();
        } catch (SourceException | OrbitException e) {
            // As promised.
        }
    }
}
