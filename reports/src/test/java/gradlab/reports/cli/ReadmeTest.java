package gradlab.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What README.md shows on the command line is what the command line shows. */
final class ReadmeTest {

    private static final Path README = Path.of("..", "README.md");
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\\n(.*?)```");
    private static final Pattern CONSOLE = Pattern.compile("(?s)```console\\n(.*?)```");
    private static final Pattern PROMPT = Pattern.compile("(?m)^\\$ \\./gradlab (.*)\n");

    @TempDir
    Path folder;

    @Test
    void consolesShowWhatIsPrinted() throws IOException {
        String readme = Files.readString(README);
        String claim = found(YAML, readme).get(0);
        write("three-sigmoids.yaml", claim);
        write("wider.yaml", claim.replace("real(-8, 8)", "real()"));
        write("bolder.yaml", claim.replace("1/70", "1/80"));
        write("typo.yaml", claim.replace("sigmoid, 3", "sigmiod, 3"));
        List<String> consoles = found(CONSOLE, readme);
        assertThat(consoles).hasSize(4);
        for (String console : consoles) {
            String printed = PROMPT.matcher(console)
                    .results()
                    .map(m -> m.group() + output(m.group(1)))
                    .reduce("", String::concat);
            assertThat(printed).isEqualTo(console);
        }
    }

    /** What a command prints, in and of the temporary folder. */
    private String output(String command) {
        String[] arguments = Arrays.stream(command.split(" "))
                .map(word ->
                        word.matches("out.*|.*\\.yaml") ? folder.resolve(word).toString() : word)
                .toArray(String[]::new);
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        CommandLine commandLine = Main.commandLine().setOut(writer).setErr(writer);
        commandLine.execute(arguments);
        writer.flush();
        return text.toString().replace(folder + File.separator, "").replace(System.lineSeparator(), "\n");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static List<String> found(Pattern block, String text) {
        return block.matcher(text).results().map(m -> m.group(1)).toList();
    }
}
