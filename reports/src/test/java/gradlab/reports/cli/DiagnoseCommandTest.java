package gradlab.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is typed about a log, and what comes back. */
class DiagnoseCommandTest {
    @TempDir
    private Path folder;

    private String csv(String header, java.util.function.IntFunction<String> row) throws IOException {
        String rows = IntStream.range(0, 60).mapToObj(row).collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("log"), header + "\n" + rows + "\n")
                .toString();
    }

    private String healthy() throws IOException {
        return csv("step,loss", i -> String.format(Locale.ROOT, "%d,%.4f", i, 2 * Math.exp(-i / 20.0)));
    }

    private String exploding() throws IOException {
        return csv(
                "step,loss,gradient_norm",
                i -> i < 50
                        ? String.format(Locale.ROOT, "%d,%.4f,%.4f", i, 2 * Math.exp(-i / 20.0), Math.exp(i / 8.0))
                        : i + ",nan,inf");
    }

    @Test
    void aHealthyRunIsStatus0() throws IOException {
        CommandRun run = CommandRun.of("diagnose", healthy(), "--json");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertThat(json.propertyNames()).containsExactly("schema", "file", "format", "notes", "findings", "healthy");
        assertThat(json.get("schema").intValue()).isEqualTo(1);
        assertThat(json.get("healthy").booleanValue()).isTrue();
        assertThat(json.get("findings").isEmpty()).isTrue();
        assertThat(CommandRun.of("diagnose", healthy()).out()).contains("(CSV): healthy");
    }

    @Test
    void aHarmfulFindingIsStatus1AndHasItsFields() throws IOException {
        CommandRun run = CommandRun.of("diagnose", exploding(), "--json");
        assertThat(run.status()).isEqualTo(1);
        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertThat(json.get("healthy").booleanValue()).isFalse();
        JsonNode finding = json.get("findings").get(0);
        assertThat(finding.propertyNames())
                .containsExactly("kind", "step", "layer", "evidence", "confidence", "advice");
        assertThat(finding.get("kind").stringValue()).isEqualTo("explosion");
        assertThat(finding.get("step").longValue()).isEqualTo(50);
        assertThat(finding.get("layer").isNull()).isTrue();
        assertThat(finding.get("confidence").doubleValue()).isEqualTo(1);
        assertThat(finding.get("advice").stringValue()).contains("(claim clipping-rescues)");
        assertThat(CommandRun.of("diagnose", exploding()).out()).contains("explosion at step 50, confidence 1.00");
    }

    @Test
    void outWritesTheDocumentAndTheFigures() throws IOException {
        Path out = folder.resolve("out");
        CommandRun run = CommandRun.of("diagnose", exploding(), "--json", "--out", out.toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(out.resolve("diagnosis.json")).hasContent(run.out());
        assertThat(Files.readString(out.resolve("loss.svg"))).contains("<svg");
        assertThat(Files.readString(out.resolve("gradient-norm.svg"))).contains("<svg");
    }

    @Test
    void whatCannotBeUsedIsStatus2() throws IOException {
        for (String path : List.of(
                folder.resolve("missing").toString(),
                Files.createDirectory(folder.resolve("empty")).toString(),
                Files.write(folder.resolve("binary"), new byte[] {0, 1, 2, 3}).toString())) {
            CommandRun run = CommandRun.of("diagnose", path, "--json");
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).hasSize(1);
        }
        assertThat(CommandRun.of("diagnose").status()).isEqualTo(2);
    }

    /** Every 200th labelled run: the command works, goes on where it was, and says the same. */
    @Test
    void measuringCountsAndGoesOn() throws IOException {
        Path out = folder.resolve("measured");
        CommandRun run = CommandRun.of("diagnose", "--measure", "--sample", "200", "--json", "--out", out.toString());
        assertThat(run.status()).isZero();
        JsonNode json = JsonMapper.shared().readTree(run.out());
        assertThat(json.propertyNames()).containsExactly("schema", "sample", "parts");
        assertThat(json.get("parts").size()).isEqualTo(2);
        assertThat(json.get("parts").get(0).get("recall").get("runs").longValue()
                        + json.get("parts")
                                .get(0)
                                .get("falseAlarms")
                                .get("runs")
                                .longValue())
                .isPositive();
        assertThat(out.resolve("detectors.json")).hasContent(run.out());
        CommandRun again = CommandRun.of(
                "diagnose", "--measure", "--sample", "200", "--json", "--resume", "--out", out.toString());
        assertThat(again.out()).isEqualTo(run.out());
        assertThat(CommandRun.of("diagnose", "--measure", healthy()).status()).isEqualTo(2);
        assertThat(CommandRun.of("diagnose", "--measure", "--resume").status()).isEqualTo(2);
        assertThat(CommandRun.of("diagnose", "--measure", "--sample", "0").status())
                .isEqualTo(2);
    }

    /** Advice points to claims; each must be one that can be looked up. */
    @Test
    void everyClaimNamedIsInTheCatalogue() throws IOException {
        Path sources = Path.of("..", "dynamics", "src", "main", "java", "gradlab", "dynamics", "diagnosis");
        Path claims = Path.of("..", "verification", "src", "main", "resources", "gradlab", "verification", "claims");
        Pattern literal = Pattern.compile("\"([a-z]+(?:-[a-z]+)+)\"");
        TreeSet<String> named = new TreeSet<>();
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.toList()) {
                Matcher matcher = literal.matcher(Files.readString(file));
                while (matcher.find()) {
                    named.add(matcher.group(1));
                }
            }
        }
        assertThat(named).hasSizeGreaterThan(6);
        assertThat(named)
                .allSatisfy(id -> assertThat(claims.resolve(id + ".yaml")).exists());
    }
}
