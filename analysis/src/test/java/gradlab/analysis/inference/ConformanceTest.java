package gradlab.analysis.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** ONNX's own test cases, for every operator that is claimed. They are installed by Debian's libonnx-testdata. */
class ConformanceTest {

    private static final Path DATA = Path.of("/usr/share/libonnx-testdata/data");
    private static final List<String> SUITES = List.of("node", "simple", "pytorch-converted", "pytorch-operator");

    @TestFactory
    Stream<DynamicTest> everyCaseOfAnOperatorThatIsClaimedPasses() throws IOException {
        if (!Files.isDirectory(DATA)) {
            abort("ONNX's test cases are not there: apt-get install libonnx-testdata");
        }
        return cases().filter(ConformanceCase::isClaimed)
                .map(c -> DynamicTest.dynamicTest(
                        c.name(), () -> assertThat(c.run()).as(c.name()).isEmpty()));
    }

    static Stream<ConformanceCase> cases() {
        return SUITES.stream()
                .map(DATA::resolve)
                .flatMap(ConformanceTest::folders)
                .map(ConformanceCase::of);
    }

    private static Stream<Path> folders(Path suite) {
        try (Stream<Path> folders = Files.list(suite)) {
            return folders.filter(f -> Files.exists(f.resolve("model.onnx"))).sorted().toList().stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
