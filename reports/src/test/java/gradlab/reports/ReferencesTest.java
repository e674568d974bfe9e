package gradlab.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/references.bib has every work that the sources cite by key, once, and no other. */
final class ReferencesTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern ENTRY = Pattern.compile("(?m)^@[a-z]+\\{([^,]*),$");
    /** A name and a year, as nothing else in the sources is written. */
    private static final Pattern KEY = Pattern.compile("(?<![\\w/.-])[a-z]{2,}(?:1[89]|20)\\d\\d(?![\\w/-])");

    private static final List<String> CITING = List.of(".java", ".v", ".yaml", ".g4");

    @Test
    void everyWorkCitedIsThereAndNoOther() throws IOException {
        Set<String> cited = cited();
        assertThat(cited).hasSizeGreaterThan(25);
        assertThat(new TreeSet<>(entries())).isEqualTo(cited);
    }

    @Test
    void entriesAreSortedWithoutRepetition() throws IOException {
        List<String> keys = entries();
        assertThat(keys)
                .isEqualTo(List.copyOf(new TreeSet<>(keys)))
                .allMatch(key -> KEY.matcher(key).matches());
    }

    @Test
    void everyEntryIsClosed() throws IOException {
        for (String entry : bibliography().split("(?m)^@", -1)) {
            assertThat(entry.chars().filter(c -> c == '}').count())
                    .as("closing braces of @%s", entry)
                    .isEqualTo(entry.chars().filter(c -> c == '{').count());
        }
    }

    private static Set<String> cited() throws IOException {
        Set<String> cited = new TreeSet<>();
        for (String module : List.of("analysis", "dynamics", "verification", "reports")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src"))) {
                for (Path file : files.filter(ReferencesTest::cites).toList()) {
                    KEY.matcher(Files.readString(file))
                            .results()
                            .map(MatchResult::group)
                            .forEach(cited::add);
                }
            }
        }
        return cited;
    }

    private static boolean cites(Path file) {
        return CITING.stream().anyMatch(file.toString()::endsWith);
    }

    private static List<String> entries() throws IOException {
        return ENTRY.matcher(bibliography()).results().map(m -> m.group(1)).toList();
    }

    private static String bibliography() throws IOException {
        return Files.readString(ROOT.resolve("docs").resolve("references.bib"));
    }
}
