package gradlab.reports.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hipparchus.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitnessFileTest {

    private static final CaseValue DEEP = new CaseValue.OfList(List.of(
            new CaseValue.OfList(List.of(Samples.vector())),
            new CaseValue.OfList(List.of(Samples.matrix(1, 2, 5, -6)))));

    private static final Case EVERYTHING = Case.EMPTY
            .with("z", new CaseValue.OfNumber(new BigFraction(-1, 3)))
            .with("a", new CaseValue.OfTruth(false))
            .with("x", Samples.vector(BigFraction.ZERO, new BigFraction(Double.MIN_VALUE), new BigFraction(1e300)))
            .with("M", Samples.matrix(2, 3, 1, 2, 3, 4, 5, 6))
            .with("E", Samples.matrix(0, 4))
            .with("Ls", DEEP);

    private static final WitnessFile FILE = new WitnessFile(
            "cap", new SourceText("my \"claims\"/cap.yaml", Samples.CAP_TEXT + "# ü\t\"\\\n"), EVERYTHING);

    private static WitnessFile parse(String text) {
        return WitnessFile.parse(new SourceText("witness.json", text));
    }

    @Test
    void readsWhatItWrites(@TempDir Path folder) {
        Path place = WitnessFile.place(folder, "cap");
        FILE.write(place);
        assertThat(place).isEqualTo(folder.resolve("witnesses/cap.json")).exists();
        WitnessFile again = WitnessFile.read(place);
        assertThat(again).isEqualTo(FILE);
        assertThat(again.found().values().keySet()).containsExactly("z", "a", "x", "M", "E", "Ls");
        assertThat(again.text()).isEqualTo(FILE.text());
    }

    @Test
    void everyCutOfAFileIsRefusedInOneLine() {
        String text = FILE.text();
        for (int end = 0; end < text.length() - 2; end += 7) {
            String cut = text.substring(0, end);
            assertThatThrownBy(() -> parse(cut))
                    .isInstanceOf(SourceException.class)
                    .hasMessageStartingWith("witness.json:")
                    .message()
                    .hasLineCount(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "[]",
                "{}",
                "{\"schema\": 2, \"id\": \"a\", \"claim\": {\"file\": \"f\", \"text\": \"t\"}, \"values\": []}",
                "{\"schema\": 1, \"id\": \"../a\", \"claim\": {\"file\": \"f\", \"text\": \"t\"}, \"values\": []}",
                "{\"schema\": 1, \"id\": \"a\", \"claim\": {\"file\": \"f\\ng\", \"text\": \"t\"}, \"values\": []}",
                "{\"schema\": 1, \"id\": \"a\", \"claim\": {\"file\": \"f\"}, \"values\": []}",
                "{\"schema\": 1, \"id\": \"a\", \"claim\": {\"file\": \"f\", \"text\": 3}, \"values\": []}",
                "{\"schema\": 1, \"id\": \"a\", \"claim\": {\"file\": \"f\", \"text\": \"t\"}, \"values\": {}}",
                "{\"schema\": 1, \"schema\": 1, \"id\": \"a\", \"claim\": {\"file\": \"f\", \"text\": \"t\"}, \"values\": []}",
                "{\"schema\": 1, \"id\": \"a\", \"claim\": {\"file\": \"f\", \"text\": \"t\"}, \"values\": [], \"more\": 1}",
                "{\"schema\": 1, \"id\": \"a\", \"claim\": {\"file\": \"f\", \"text\": \"t\"}, \"values\": []} {}",
                "{\"schema\": 1.0, \"id\": \"a\", \"claim\": {\"file\": \"f\", \"text\": \"t\"}, \"values\": []}",
            })
    void refusesOtherDocuments(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(SourceException.class)
                .message()
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3",
                "{\"kind\": \"number\", \"value\": \"1/3\"}",
                "{\"name\": \"x y\", \"kind\": \"number\", \"value\": \"1/3\"}",
                "{\"name\": \"x\", \"kind\": \"nothing\", \"value\": \"1/3\"}",
                "{\"name\": \"x\", \"kind\": \"number\", \"value\": 1.5}",
                "{\"name\": \"x\", \"kind\": \"number\", \"value\": \"1/0\"}",
                "{\"name\": \"x\", \"kind\": \"number\", \"value\": \"1.5\"}",
                "{\"name\": \"x\", \"kind\": \"number\", \"value\": \"NaN\"}",
                "{\"name\": \"x\", \"kind\": \"number\", \"value\": \"0x1.0p9999\"}",
                "{\"name\": \"x\", \"kind\": \"number\", \"value\": \"1/3\", \"extra\": 1}",
                "{\"name\": \"x\", \"kind\": \"truth\", \"value\": \"true\"}",
                "{\"name\": \"x\", \"kind\": \"vector\", \"entries\": \"1/3\"}",
                "{\"name\": \"x\", \"kind\": \"vector\", \"entries\": [[\"1/3\"]]}",
                "{\"name\": \"x\", \"kind\": \"matrix\", \"rows\": 2, \"columns\": 2, \"entries\": [\"1/3\"]}",
                "{\"name\": \"x\", \"kind\": \"matrix\", \"rows\": -1, \"columns\": -1, \"entries\": [\"1/3\"]}",
                "{\"name\": \"x\", \"kind\": \"matrix\", \"rows\": 65536, \"columns\": 65536, \"entries\": []}",
                "{\"name\": \"x\", \"kind\": \"list\", \"items\": [{\"name\": \"y\", \"kind\": \"list\", \"items\": []}]}",
            })
    void refusesOtherValues(String value) {
        String head = "{\"schema\": 1, \"id\": \"a\", \"claim\": {\"file\": \"f\", \"text\": \"t\"}, \"values\": [";
        assertThatThrownBy(() -> parse(head + value + "]}"))
                .isInstanceOf(SourceException.class)
                .message()
                .hasLineCount(1);
        String good = "{\"name\": \"y\", \"kind\": \"number\", \"value\": \"1/3\"}";
        assertThat(parse(head + good + "]}").found().values()).containsOnlyKeys("y");
        assertThatThrownBy(() -> parse(head + good + "," + good + "]}")).isInstanceOf(SourceException.class);
    }

    @Test
    void refusesDepthBeforeItCosts() {
        assertThatThrownBy(() -> parse("[".repeat(1_000_000)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("JSON error");
        assertThatThrownBy(() -> parse("[".repeat(50) + "]".repeat(50)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("depth");
    }

    @Test
    void refusesALargeFileAndALargeClaim(@TempDir Path folder) throws Exception {
        Path large = folder.resolve("large.json");
        Files.write(large, new byte[WitnessFile.LARGEST_FILE + 1]);
        assertThatThrownBy(() -> WitnessFile.read(large)).isInstanceOf(SourceException.class);
        WitnessFile claim = new WitnessFile("cap", new SourceText("f", "#".repeat((1 << 20) + 1)), Case.EMPTY);
        assertThatThrownBy(() -> parse(claim.text()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("1048577 characters");
    }
}
