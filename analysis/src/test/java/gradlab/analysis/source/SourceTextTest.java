package gradlab.analysis.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTextTest {
    @TempDir
    private Path folder;

    @Test
    void aFileIsReadAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "Grüße\n");
        assertThat(SourceText.read(file, 100)).isEqualTo(new SourceText(file.toString(), "Grüße\n"));
        assertThat(SourceText.read(file, 8).text()).hasSize(6);
    }

    @Test
    void whatCannotBeReadIsSaidInOneLine() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), "12345");
        assertThatThrownBy(() -> SourceText.read(file, 4))
                .hasMessage(file + ": found more than 4 bytes, expected a file of at most 4 bytes");
        assertThatThrownBy(() -> SourceText.read(folder, 4))
                .hasMessage(folder + ": found something that is not a regular file, expected a readable file");
        assertThatThrownBy(() -> SourceText.read(folder.resolve("none"), 4))
                .hasMessage(folder.resolve("none") + ": found no such file, expected a readable file");
        Path latin = Files.write(folder.resolve("b"), "é".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> SourceText.read(latin, 4))
                .isInstanceOf(SourceException.class)
                .hasMessage(latin + ": found bytes that are not UTF-8, expected UTF-8 text");
    }

    /** Without end: were more than the limit read, this test would not end either. */
    @Test
    void noMoreThanTheLimitIsEverRead() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'a';
            }
        };
        assertThatThrownBy(() -> SourceText.decode("f", endless, 1_000)).isInstanceOf(SourceException.class);
    }

    @Test
    void quotesAreShortPrintableAndOneLine() {
        assertThat(SourceException.quote("a\nb\u0007")).isEqualTo("'a?b?'");
        assertThat(SourceException.quote("x".repeat(1_000))).hasSize(65).endsWith("...'");
        assertThat(SourceException.quote("")).isEqualTo("''");
    }

    @Test
    void writesAreWholeOrNotAtAll() throws IOException {
        Path file = folder.resolve("deep/er/f.txt");
        SafeWrite.text(file, "one");
        SafeWrite.text(file, "two");
        assertThat(file).hasContent("two");
        try (var left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
        assertThatThrownBy(() -> SafeWrite.text(file.resolve("g"), "three"))
                .isInstanceOf(SourceException.class)
                .hasMessageNotContaining("\n");
    }
}
