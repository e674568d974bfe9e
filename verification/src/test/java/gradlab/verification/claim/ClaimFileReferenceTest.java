package gradlab.verification.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.expression.RunSource;
import gradlab.analysis.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/claims.md names the keys and domains that there are, and its examples can be read. */
final class ClaimFileReferenceTest {

    private static final Path DOCS = Path.of("..", "docs", "claims.md");
    private static final Path README = Path.of("..", "README.md");
    private static final Pattern FIRST_COLUMN = Pattern.compile("(?m)^\\| `([^`]+)` \\|");
    private static final Pattern LIST = Pattern.compile("expected (?:one of |a domain: )(.*)$");
    private static final Pattern EXAMPLE = Pattern.compile("(?s)```yaml\\n(.*?)```");

    @Test
    void keys() throws IOException {
        Set<String> documented = new TreeSet<>(firstColumn("## Keys"));
        assertThat(documented).isEqualTo(listedInError("claim: 1 < 2\nid: a\nanother: 1\n"));
    }

    @Test
    void domains() throws IOException {
        List<String> documented = firstColumn("## Domains");
        Set<String> names =
                documented.stream().map(form -> form.replaceFirst("\\(.*", "")).collect(Collectors.toSet());
        assertThat(names).isEqualTo(listedInError(over("nothing(1)")));
        for (String form : documented) {
            String call = form.replace("domain", "real()").replace("e, ...", "1, 2");
            assertThatCode(() -> read("let: {m: 2, n: 2, k: 2, a: 1, b: 2}\n" + over(call)))
                    .as(form)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void examples() throws IOException {
        for (Path file : List.of(DOCS, README)) {
            Matcher example = EXAMPLE.matcher(Files.readString(file));
            assertThat(example.results())
                    .as(file.toString())
                    .isNotEmpty()
                    .allSatisfy(found -> assertThat(read(found.group(1)).id()).isNotEmpty());
        }
    }

    private static String over(String domain) {
        return "id: a\nforall:\n  x: " + domain + "\nclaim: 1 < 2\n";
    }

    private static Set<String> listedInError(String text) {
        Set<String> names = new TreeSet<>();
        assertThatThrownBy(() -> read(text)).satisfies(e -> {
            Matcher list = LIST.matcher(String.valueOf(e.getMessage()));
            assertThat(list.find()).as(e.getMessage()).isTrue();
            names.addAll(List.of(list.group(1).split(", ")));
        });
        return names;
    }

    private static Claim read(String text) {
        return ClaimReader.read(new SourceText("example.yaml", text), RunSource.NONE)
                .claim();
    }

    private static List<String> firstColumn(String heading) throws IOException {
        String text = Files.readString(DOCS);
        int start = text.indexOf("\n" + heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        Matcher rows = FIRST_COLUMN.matcher(text.substring(start, text.indexOf("\n## ", start + 2)));
        return rows.results().map(row -> row.group(1)).toList();
    }
}
