package gradlab.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlReaderTest {
    private static Yaml read(String text) {
        return YamlReader.read(new SourceText("f.yaml", text));
    }

    private static Yaml.Scalar scalar(String text) {
        return ((Yaml.Mapping) read(text)).entries().get(0).value() instanceof Yaml.Scalar scalar
                ? scalar
                : Assertions.fail("no scalar");
    }

    @Test
    void scalarsAreTextWhateverTheyLookLike() {
        for (String text : new String[] {"1e-5", "true", "null", "~", "0x10", "2026-01-01", ".inf", "1_000", "yes"}) {
            assertThat(scalar("a: " + text).text()).isEqualTo(text);
        }
        assertThat(scalar("a:").text()).isEmpty();
        assertThat(scalar("a: \"x\\ty\"").text()).isEqualTo("x\ty");
        assertThat(scalar("a: 'it''s'").text()).isEqualTo("it's");
        assertThat(scalar("a: >-\n  x\n  y\n").text()).isEqualTo("x y");
    }

    @Test
    void nodesKnowTheirPlaces() {
        Yaml.Mapping mapping = (Yaml.Mapping) read("# first\na: 1\nb:\n  - x\n  - [y, z]\n");
        assertThat(mapping.position()).isEqualTo(new Position(2, 1));
        Yaml.Sequence items = (Yaml.Sequence) mapping.entries().get(1).value();
        assertThat(items.position()).isEqualTo(new Position(4, 3));
        assertThat(items.items()).extracting(Yaml::position).containsExactly(new Position(4, 5), new Position(5, 5));
        assertThat(((Yaml.Sequence) items.items().get(1)).items())
                .extracting(Yaml::position)
                .containsExactly(new Position(5, 6), new Position(5, 9));
    }

    /** The layout of a scalar has each character in the line and the column of the file, from its origin on. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "a: x + y                       → 1:4",
                "a: \"x + y\"                   → 1:5",
                "a: 'x + y'                     → 1:5",
                "a: |LF  x + y                  → 2:3",
                "a: |LFLF  x + y                → 3:3",
                "a: |2LF    x + y               → 2:5",
                "a: >-LF  x +LF  y              → 2:3",
                "a: # no x hereLF  x + y        → 2:3",
                "a:LF  x +LF  y                 → 2:3",
                "é: 'x + y'                     → 1:5",
            })
    void layoutsStandWhereTheFileHasThem(String file, String x) {
        Yaml.Scalar scalar = scalar(file.strip().replace("LF", "\n"));
        int before = scalar.layout().indexOf('x');
        int line = (int) scalar.layout()
                .substring(0, before)
                .chars()
                .filter(c -> c == '\n')
                .count();
        int column = before - (scalar.layout().lastIndexOf('\n', before) + 1);
        assertThat(new Position(scalar.origin().line() + line, scalar.origin().column() + column))
                .hasToString(x);
    }

    @Test
    void anEscapeLeavesTheTextAndItsStart() {
        Yaml.Scalar scalar = scalar("a: 'A''*x'");
        assertThat(scalar.layout()).isEqualTo("A'*x");
        assertThat(scalar.origin()).isEqualTo(new Position(1, 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "a: 1LFb: 2LFa: 3       → 3:1: found the key 'a' again, expected each key once",
                "a: 1LF---LFb: 2        → 2:1: found a second YAML document, expected one document a file",
                "a: &x 1                → 1:4: found a YAML anchor or alias, expected values written out in place",
                "a: *x                  → 1:4: found a YAML anchor or alias, expected values written out in place",
                "&x a: 1                → 1:1: found a YAML anchor or alias, expected values written out in place",
                "{[a]: 1}               → 1:2: found a key that is not a scalar, expected a plain name as key",
                "a: [1                  → 2:1: found a YAML error: expected ',' or ']'",
                "a: 'x                  → 2:1: found a YAML error: found unexpected end of stream",
                "a: b: c                → 1:5: found a YAML error: mapping values are not allowed here",
                "a: @x                  → 1:4: found a YAML error: found character '@'",
            })
    void errorsAreOneLineWithAPlace(String file, String message) {
        assertThatThrownBy(() -> read(file.strip().replace("LF", "\n") + "\n"))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("f.yaml:" + message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void emptyFilesAreSaidToBeEmpty() {
        for (String text : new String[] {"", "\n\n", "# only a comment\n"}) {
            assertThatThrownBy(() -> read(text)).hasMessage("f.yaml:1:1: found an empty file, expected a YAML mapping");
        }
    }

    @Test
    void bombsAndDeepAndLargeTreesAreRefusedQuickly() {
        String bomb = "a0: &a0 [x, x]\n"
                + IntStream.range(1, 30)
                        .mapToObj(i -> "a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n")
                        .collect(Collectors.joining());
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThatThrownBy(() -> read(bomb)).hasMessageStartingWith("f.yaml:1:5: found a YAML anchor or alias");
            for (String deep :
                    new String[] {"[".repeat(500_000), "a: " + "{b: ".repeat(100_000), "- ".repeat(100_000)}) {
                assertThatThrownBy(() -> read(deep))
                        .isInstanceOf(SourceException.class)
                        .hasMessageContaining("at most 40 levels and 100000 nodes");
            }
            assertThatThrownBy(() -> read("[" + "1,".repeat(200_000) + "1]"))
                    .hasMessageContaining("at most 40 levels and 100000 nodes");
        });
    }

    @Test
    void aLongFileOfManyShortLinesIsReadInOneGo() {
        String lines =
                IntStream.range(0, 40_000).mapToObj(i -> "k" + i + ": v\n").collect(Collectors.joining());
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(((Yaml.Mapping) read(lines)).entries()).hasSize(40_000));
    }
}
