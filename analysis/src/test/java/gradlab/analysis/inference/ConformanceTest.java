package gradlab.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** ONNX's own test cases, for every operator that is claimed. They are installed by Debian's libonnx-testdata. */
class ConformanceTest {

    private static final Path DATA = Path.of("/usr/share/libonnx-testdata/data");
    private static final List<String> SUITES = List.of("node", "simple", "pytorch-converted", "pytorch-operator");
    private static final Path TABLE = Path.of("target", "onnx-conformance.md");
    private static final Path DOCUMENT = Path.of("..", "docs", "onnx.md");

    @TestFactory
    Stream<DynamicTest> everyCaseOfAnOperatorThatIsClaimedPasses() {
        return cases().stream()
                .filter(ConformanceCase::isClaimed)
                .filter(c -> !ConformanceTable.isOutOfScope(c))
                .map(c -> DynamicTest.dynamicTest(
                        c.name(), () -> assertThat(c.run()).as(c.name()).isEmpty()));
    }

    @Test
    void whatIsListedAsNotClaimedDoesNotPass() throws IOException {
        for (ConformanceCase one : cases()) {
            if (ConformanceTable.isOutOfScope(one)) {
                assertThat(one.run()).as(one.name()).isPresent();
            }
        }
    }

    /** The table goes to target/onnx-conformance.md, from where it is copied. */
    @Test
    void theDocumentShowsWhatPasses() throws IOException {
        List<String> lines = ConformanceTable.lines(cases());
        Files.createDirectories(TABLE.toAbsolutePath().getParent());
        Files.write(TABLE, lines);
        assertThat(Files.readAllLines(DOCUMENT)).containsSequence(lines);
    }

    private static List<ConformanceCase> cases() {
        if (!Files.isDirectory(DATA)) {
            abort("ONNX's test cases are not there: apt-get install libonnx-testdata");
        }
        return SUITES.stream()
                .map(DATA::resolve)
                .flatMap(ConformanceTest::folders)
                .map(ConformanceCase::of)
                .toList();
    }

    private static Stream<Path> folders(Path suite) {
        try (Stream<Path> folders = Files.list(suite)) {
            return folders.filter(f -> Files.exists(f.resolve("model.onnx"))).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
