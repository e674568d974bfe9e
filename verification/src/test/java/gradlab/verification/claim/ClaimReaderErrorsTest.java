package gradlab.verification.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.expression.RunSource;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClaimReaderErrorsTest {
    /** LF stands for a line break. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '`',
            value = {
                "title: t                               → 1:1: found no field 'id', expected the field 'id'",
                "id: a                                  → 1:1: found no field 'claim', expected the field 'claim'",
                "- id: a                                → 1:1: found a sequence, expected a mapping of fields",
                "just text                              → 1:1: found 'just text', expected a mapping of fields",
                "id: A b                                → 1:5: found 'A b', expected an id in kebab-case",
                "id: [a]                                → 1:5: found a sequence, expected a scalar",
                "id: ../../a                            → 1:5: found '../../a', expected an id in kebab-case",
                "id: aLFclaim: 1 == 1LFclaim: 1 == 1    → 3:1: found the key 'claim' again, expected each key once",
                "id: aLFclaim: 1 == 1LFclam: 1 == 1     → 3:1: found the unknown key 'clam', expected one of",
                "id: aLFclaim: 1 == 1LF---LFid: b       → 3:1: found a second YAML document",
                "id: aLFclaim: nrom([1]) == 1           → 2:8: found the unknown name 'nrom', expected a known name; did you mean 'norm'?",
                "id: aLFclaim: norm([1]) + 1            → 2:18: found a number, expected a truth value",
                "id: aLFclaim:                          → 2:7: found nothing, expected an expression",
                "id: aLFclaim: [1, 2]                   → 2:8: found a sequence, expected a scalar",
                "id: aLFclaim: {b: 1}                   → 2:8: found a mapping, expected a scalar",
                "id: aLFclaim: >-LF  1 == 1LF  and 1 = 2→ 4:9: found '='",
                "id: aLFclaim: \"norm([1]) == nrom([1])\" → 2:22: found the unknown name 'nrom'",
                "id: aLFwhere: [1 == 1, 2]LFclaim: 1 == 1 → 2:17: found a number, expected a truth value",
                "id: aLFlet: {b: [[1, 2], [3]]}LFclaim: 1 == 1 → 2:10: found rows that do not match",
                "id: aLFlet: {b: []}LFclaim: 1 == 1     → 2:10: found a sequence, expected an expression",
                "id: aLFlet: [b]LFclaim: 1 == 1         → 2:6: found a sequence, expected a mapping of names",
                "id: aLFlet: {b: '\"t\"'}LFclaim: 1 == 1 → 2:10: found a text, expected a number",
                "id: aLFlet: {b: b + 1}LFclaim: 1 == 1  → 2:10: found the unknown name 'b'",
                "id: aLFlet: {b: 1}LFdefine: {b: 2}LFclaim: 1 == 1 → 3:10: found the name 'b' again",
                "id: aLFlet: {norm: 1}LFclaim: 1 == 1   → 2:7: found 'norm', expected a name of letters, digits and _",
                "id: aLFlet: {a-b: 1}LFclaim: 1 == 1    → 2:7: found 'a-b', expected a name of letters, digits and _",
                "id: aLFforall: {x: real()}LFexists: {y: real()}LFclaim: 1 == 1 → 3:9: found exists beside forall",
                "id: aLFforall: {x: reall()}LFclaim: x > 0 → 2:13: found the unknown domain 'reall', expected a domain",
                "id: aLFforall: {x: 3}LFclaim: x > 0    → 2:13: found no domain, expected a domain",
                "id: aLFforall: {x: real(1)}LFclaim: x > 0 → 2:13: found 1 arguments, expected real with 0 or 2 arguments",
                "id: aLFforall: {x: 'real([1], 2)'}LFclaim: x > 0 → 2:19: found a vector, expected a number",
                "id: aLFforall: {x: choice()}LFclaim: x > 0 → 2:13: found choice(), expected choice(value, ...)",
                "id: aLFforall: {x: 'choice(1, [1])'}LFclaim: x > 0 → 2:24: found a vector, expected numbers, truth values",
                "id: aLFforall: {x: 'list(2, list(2, list(2, list(2, list(2, list(2, real()))))))'}LFclaim: 1 == 1 → 2:54: found no domain",
                "id: aLFforall: {x: 'vector(y)', y: 'integer(1, 2)'}LFclaim: 1 == 1 → 2:21: found the unknown name 'y'",
                "id: aLFtrials: 0LFclaim: 1 == 1        → 2:9: found '0', expected a number of trials from 1 to 1000000",
                "id: aLFtrials: 1e3LFclaim: 1 == 1      → 2:9: found '1e3', expected a number of trials",
                "id: aLFtrials: 99999999999LFclaim: 1 == 1 → 2:9: found '99999999999', expected a number of trials",
                "id: aLFarithmetic: binary128LFclaim: 1 == 1 → 2:13: found 'binary128', expected real, binary64, binary32, binary16 or bfloat16",
                "id: aLFexperiment: noneLFclaim: 1 == 1 → 2:13: found the unknown experiment 'none'",
                "id: aLFexperiment: ../noneLFclaim: 1 == 1 → 2:13: found the unknown experiment '../none'",
                "id: &x aLFclaim: 1 == 1                → 1:5: found a YAML anchor or alias",
                "id: aLFclaim: 1e999999999 > 0          → 2:8: found '1e999999999', expected at most 1000 digits",
            })
    void areOneLineWithAPlace(String text, String message) {
        assertThatThrownBy(() -> ClaimTexts.file(text.strip().replace("LF", "\n") + "\n"))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith("f.yaml:" + message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void endlessNestingIsRefusedQuickly() {
        String bomb = "id: a\nlet:\n  a0: &a0 [1, 1]\n"
                + IntStream.range(1, 30)
                        .mapToObj(i -> "  a" + i + ": &a" + i + " [*a" + (i - 1) + ", *a" + (i - 1) + "]\n")
                        .collect(Collectors.joining())
                + "claim: 1 == 1\n";
        String names = "id: a\nlet:\n  a0: 1\n"
                + IntStream.range(1, 5_000)
                        .mapToObj(i -> "  a" + i + ": a" + (i - 1) + " + 1\n")
                        .collect(Collectors.joining())
                + "claim: a4999 == 5000\n";
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            refused(bomb, "f.yaml:3:7: found a YAML anchor or alias");
            refused(names, "f.yaml:153:9: found an expression nested too deeply, with all that its names stand for");
            refused(
                    "id: a\nclaim: " + "(".repeat(9_000) + "1" + ")".repeat(9_000) + " == 1\n",
                    "f.yaml:2:108: found '('");
            refused("id: a\nclaim: 1" + "+1".repeat(9_000) + " == 1\n", "f.yaml:2:8: found an expression nested too");
            refused("id: a\nclaim: x" + "[0]".repeat(5_000) + " == 1\n", "f.yaml:2:8: found an expression nested too");
            refused("id: a\nlet:\n  b: " + "[".repeat(10_000) + "\n", "f.yaml:3:");
        });
    }

    private static void refused(String text, String message) {
        assertThatThrownBy(() -> ClaimTexts.file(text))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aHundredMegabytesAreNeverRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("large.yaml");
        byte[] chunk = "# a comment that goes on\n".repeat(40_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int i = 0; i < 100; i++) {
                out.write(chunk);
            }
        }
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThatThrownBy(() -> SourceText.read(file, ClaimReader.LARGEST_FILE))
                        .hasMessage(
                                file + ": found more than 1048576 bytes, expected a file of at most 1048576 bytes"));
    }

    @Test
    void aLargeFileThatIsAllowedIsReadQuickly() {
        String rows = IntStream.range(0, 15_000).mapToObj(i -> "[1, 2, 3, 4]").collect(Collectors.joining(", "));
        String text = "id: a\nlet:\n  A: [" + rows + "]\nclaim: norm(A) > 0\n";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(ClaimReader.read(new SourceText("f.yaml", text), RunSource.NONE)
                                .claim()
                                .id())
                        .isEqualTo("a"));
    }
}
