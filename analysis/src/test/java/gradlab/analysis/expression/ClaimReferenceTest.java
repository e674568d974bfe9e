package gradlab.analysis.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/claims.md names the built-in functions and layers that there are, with their numbers of arguments. */
final class ClaimReferenceTest {

    private static final Path REFERENCE = Path.of("..", "docs", "claims.md");
    private static final Pattern QUOTED = Pattern.compile("`([a-z_0-9A-Z]+)(?:\\(([^)`]*)\\))?`");

    @Test
    void functionsAndLayers() throws IOException {
        Set<String> documented = new TreeSet<>();
        for (String heading : List.of("### Functions", "### Layers", "### Runs")) {
            section(heading)
                    .lines()
                    .filter(line -> line.startsWith("| `"))
                    .flatMap(line -> forms(line.substring(0, line.indexOf('|', 1))))
                    .forEach(documented::add);
        }
        Set<String> known = new TreeSet<>();
        Builtins.functions().forEach(builtin -> builtin.signatures().forEach(s -> known.add(form(builtin, s))));
        Builtins.plainLayers().forEach(builtin -> known.add(builtin.name()));
        assertThat(documented).isEqualTo(known).hasSizeGreaterThan(60);
    }

    @Test
    void namesThatGiveWay() throws IOException {
        Set<String> documented =
                forms(section("### Names that give way")).collect(Collectors.toCollection(TreeSet::new));
        assertThat(documented).isEqualTo(new TreeSet<>(Builtins.yielding()));
    }

    private static Stream<String> forms(String text) {
        Matcher matcher = QUOTED.matcher(text);
        return matcher.results().map(m -> m.group(2) == null ? m.group(1) : m.group(1) + "/" + count(m.group(2)));
    }

    /** The number of arguments; with a plus where the last may come again. */
    private static String count(String arguments) {
        if (arguments.isBlank()) {
            return "0";
        }
        List<String> parts = List.of(arguments.split(","));
        boolean repeats = parts.get(parts.size() - 1).strip().equals("...");
        return repeats ? (parts.size() - 1) + "+" : String.valueOf(parts.size());
    }

    private static String form(Builtin builtin, Signature signature) {
        return builtin.name() + "/" + signature.parameters().size() + (signature.repeatsLast() ? "+" : "");
    }

    private static String section(String heading) throws IOException {
        String text = Files.readString(REFERENCE);
        int start = text.indexOf("\n" + heading + "\n");
        assertThat(start).as(heading).isNotNegative();
        int next = text.indexOf("\n#", start + 2);
        return text.substring(start, next);
    }
}
