package gradlab.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is typed about systems, and what comes back. */
class SystemCommandTest {
    @TempDir
    private Path folder;

    private static JsonNode json(String... arguments) {
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.status()).as(run.err()).isZero();
        return JsonMapper.shared().readTree(run.out());
    }

    @Test
    void theListHasKindDimensionAndParameters() {
        JsonNode systems = json("system", "list", "--json").get("systems");
        assertThat(systems.size()).isGreaterThanOrEqualTo(15);
        JsonNode lorenz = systems.get(0);
        assertThat(lorenz.get("name").stringValue()).isEqualTo("lorenz");
        assertThat(lorenz.get("kind").stringValue()).isEqualTo("flow");
        assertThat(lorenz.get("dimension").intValue()).isEqualTo(3);
        assertThat(lorenz.get("parameters").get("beta").stringValue()).isEqualTo("8/3");
        assertThat(CommandRun.of("system", "list").out()).contains("random-tanh", "n=100,g=2,seed=1");
    }

    @Test
    void aFileShowsItsEquationsDerivativesAndFixedPoints() throws IOException {
        Path file = Files.writeString(
                folder.resolve("f.yaml"),
                "system: map\nparameters: {r: 2}\nstate: {x: 0.2}\nnext:\n  x: r*x*(1 - x)\n");
        JsonNode shown = json("system", "show", file.toString(), "--json");
        assertThat(shown.get("schema").intValue()).isEqualTo(1);
        assertThat(shown.get("equations").get("x").stringValue()).isEqualTo("r*x*(1 - x)");
        assertThat(shown.get("start").get("x").doubleValue()).isEqualTo(0.2);
        assertThat(shown.get("jacobian").get(0).get("derivative").stringValue()).isEqualTo("-(r*x) + (1 - x)*r");
        assertThat(shown.get("fixedPoints").size()).isEqualTo(2);
        assertThat(shown.get("fixedPoints").get(1).get("at").get("x").doubleValue())
                .isEqualTo(0.5);
        assertThat(shown.get("fixedPoints").get(1).get("stable").booleanValue()).isTrue();
        assertThat(shown.get("fixedPoints").get(0).get("rate").doubleValue()).isEqualTo(2);
        assertThat(CommandRun.of("system", "show", file.toString()).out()).contains("x <- r*x*(1 - x)", "fixed point");
    }

    @Test
    void unusableInputIsOneLineWithStatusTwo() {
        CommandRun run = CommandRun.of("system", "show", "lorens");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().strip()).contains("did you mean 'lorenz'").doesNotContain("\n");
        assertThat(CommandRun.of("system", "show", "lorenz", "--input", "gone.npy")
                        .err())
                .contains("no such file");
    }
}
