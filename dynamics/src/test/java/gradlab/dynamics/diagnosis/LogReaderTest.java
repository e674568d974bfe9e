package gradlab.dynamics.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Formats are told by content, and what is in them comes out as it is. */
class LogReaderTest {
    @TempDir
    private Path folder;

    @Test
    void huggingFaceStateIsReadWithTheLiteralsOfPython() {
        RunLog log = Logs.read("""
                {"best_metric": Infinity, "global_step": 30, "log_history": [
                  {"epoch": 0.1, "grad_norm": 1.5, "learning_rate": 5e-05, "loss": 2.5, "step": 10},
                  {"epoch": 0.2, "eval_loss": 2.25, "step": 10},
                  {"epoch": 0.2, "grad_norm": NaN, "learning_rate": 4e-05, "loss": 0.0, "step": 20},
                  {"epoch": 0.3, "grad_norm": -Infinity, "learning_rate": 0.0, "loss": Infinity, "step": 30},
                  {"train_loss": 1.5, "train_runtime": 9.0, "step": 30}], "max_steps": 30}
                """);
        assertThat(log.format()).contains("trainer_state");
        assertThat(Logs.steps(Logs.series(log, "loss"))).containsExactly(10, 20, 30);
        assertThat(Logs.series(log, "loss").values()).containsExactly(2.5, 0, Double.POSITIVE_INFINITY);
        assertThat(Logs.series(log, "grad_norm").values()).containsExactly(1.5, Double.NaN, Double.NEGATIVE_INFINITY);
        assertThat(Logs.series(log, "eval_loss").quantity()).isEqualTo(Quantity.EVALUATION_LOSS);
        assertThat(log.loss().orElseThrow().name()).isEqualTo("loss");
        assertThat(log.series()).noneMatch(s -> s.name().equals("best_metric"));
    }

    @Test
    void jsonLinesKeepLayersAndHistograms() {
        RunLog log = Logs.read("""
                {"_step": 0, "train/loss": 1, "gradients/fc.weight": {"_type": "histogram", "values": [1, 0, 2], "bins": [0, 2, 4, 6]}}
                {"_step": 5, "train": {"loss": "NaN"}, "gradients/fc.weight": {"_type": "histogram", "values": [4], "packedBins": {"min": 0, "size": 2, "count": 1}}}
                """);
        LogSeries gradient = Logs.series(log, "gradients/fc.weight");
        // One number in [0, 2] and two in [4, 6]: sqrt(1 + 2 x 25); four in [0, 2]: sqrt(4).
        assertThat(gradient.values()).containsExactly(Math.sqrt(51), 2);
        assertThat(gradient.layer()).isEqualTo("fc.weight");
        assertThat(Logs.steps(gradient)).containsExactly(0, 5);
        assertThat(Logs.series(log, "train/loss").values()).containsExactly(1, Double.NaN);
    }

    @Test
    void aCutOffLastLineIsSaidAndTheRestKept() {
        RunLog log = Logs.read("{\"step\": 0, \"loss\": 1}\n{\"step\": 1, \"loss\": 2}\n{\"step\": 2, \"lo");
        assertThat(log.loss().orElseThrow().values()).containsExactly(1, 2);
        assertThat(log.notes()).hasSize(2);
        assertThat(log.notes().get(0)).contains("cut off");
    }

    @Test
    void columnsOfJsonAreSeries() {
        RunLog log = Logs.read("{\"loss\": [3, 2, NaN], \"lr\": [0.1, 0.1, 0.1]}");
        assertThat(log.loss().orElseThrow().values()).containsExactly(3, 2, Double.NaN);
    }

    @Test
    void sparseTablesKeepTheirSteps() {
        RunLog log = Logs.read("epoch,step,train_loss,val_loss\n0,9,1.5,\n0,9,,1.25\n1,19,nan,\n1,19,,inf\n");
        assertThat(log.format()).isEqualTo("CSV");
        assertThat(Logs.steps(Logs.series(log, "train_loss"))).containsExactly(9, 19);
        assertThat(Logs.series(log, "train_loss").values()).containsExactly(1.5, Double.NaN);
        assertThat(Logs.series(log, "val_loss").values()).containsExactly(1.25, Double.POSITIVE_INFINITY);
    }

    @Test
    void stepsThatStartAgainWithEachEpochGiveWayToRows() {
        RunLog log = Logs.read("epoch;step;loss;phase\n0;0;4;a\n0;1;3;a\n1;0;2;a\n1;1;1;b\n");
        assertThat(Logs.steps(Logs.series(log, "loss"))).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aRunThatWasResumedKeepsTheLaterOfTwoValues() {
        RunLog log = Logs.read("step,loss\n0,4\n1,3\n2,9\n1,2\n2,1\n");
        assertThat(Logs.series(log, "loss").values()).containsExactly(4, 2, 1);
    }

    @Test
    void aFolderIsTheLogInIt() throws IOException {
        Files.writeString(folder.resolve("notes.txt"), "nothing here\n");
        Files.createDirectories(folder.resolve("version_0"));
        Files.writeString(folder.resolve("version_0").resolve("metrics"), "step,loss\n0,1\n1,2\n");
        assertThat(RunLog.read(folder).loss().orElseThrow().values()).containsExactly(1, 2);
    }

    @Test
    void aRunFolderOfOursSaysWhyItEnded() throws IOException {
        Files.writeString(
                folder.resolve("records.jsonl"), "{\"step\": 0, \"loss\": 1.0}\n{\"step\": 1, \"loss\": 9.0}\n");
        Files.writeString(
                folder.resolve("summary.json"),
                "{\"schema\": 1, \"nonFinite\": {\"step\": 2, \"where\": \"gradient at layer3\"}}");
        RunLog log = RunLog.read(folder);
        assertThat(log.end()).contains(new RunLog.End(2, "gradient at layer3"));
        Finding finding = Diagnosis.of(log).findings().get(0);
        assertThat(finding.kind()).isEqualTo(FindingKind.EXPLOSION);
        assertThat(finding.step()).hasValue(2);
        assertThat(finding.layer()).contains("layer3");
        assertThat(finding.confidence()).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "''                              → f: found an empty file",
                "{\"step\": 0, \"loss\": 1}LF{\"step\" 1}LF → f:2:",
                "{\"log_history\": [{\"loss\": 1}    → f:1:",
                "{\"log_history\": 3}              → f:1:",
                "[1, 2]                          → f:1:2: found something else in the list of rows",
                "step,lossLF0,abcLF              → f:2:1: found 'abc' in column 'loss'",
                "step,lossLF0,1,2LF1,1LF         → f:2:1: found 3 fields, expected 2 fields",
                "a,bLF1,2LF                      → f: found no series that tells of training",
            })
    void whatCannotBeUsedIsOneLine(String text, String start) {
        assertThatThrownBy(() -> Logs.read(text.replace("LF", "\n")))
                .isInstanceOf(SourceException.class)
                .hasMessageStartingWith(start)
                .hasMessageContaining(", expected ")
                .hasMessageNotContaining("\n");
    }
}
