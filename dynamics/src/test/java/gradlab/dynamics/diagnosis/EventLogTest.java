package gradlab.dynamics.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gradlab.analysis.source.SourceException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Event files: framing, checksums, scalars in both styles, a tail that is cut off. */
class EventLogTest {
    private static final byte[] FILE = Events.joined(
            Events.version(),
            Events.event(1, Events.simple("train/loss", 2.5f), Events.tensor("train/grad_norm", 3)),
            Events.event(2, Events.simple("train/loss", Float.NaN), Events.tensorOfFloats("train/grad_norm", 4)),
            Events.event(3, Events.histogram("gradients/fc1", 49)));

    @Test
    void theLengthOfTheVersionRecordHasTheChecksumOfTheFormat() {
        // Worked out bit by bit in Python 3 (polynomial 0x82f63b78), turned by 15, plus 0xa282ead8.
        assertThat(HexFormat.of().formatHex(Events.version(), 0, 12)).isEqualTo("1800000000000000" + "a37f4b22");
    }

    @Test
    void scalarsOfBothStylesAndHistogramsAreRead() {
        RunLog log = Logs.read(FILE);
        assertThat(log.format()).contains("TensorBoard");
        assertThat(Logs.series(log, "train/loss").values()).containsExactly(2.5, Double.NaN);
        assertThat(Logs.series(log, "train/grad_norm").values()).containsExactly(3, 4);
        assertThat(Logs.series(log, "gradients/fc1").values()).containsExactly(7);
        assertThat(Logs.steps(Logs.series(log, "train/grad_norm"))).containsExactly(1, 2);
        assertThat(log.notes()).singleElement().asString().startsWith("no series has 3 values");
    }

    @Test
    void everyCutKeepsTheRecordsBefore() {
        int whole = Events.version().length
                + Events.event(1, Events.simple("train/loss", 2.5f), Events.tensor("train/grad_norm", 3)).length;
        for (int length = whole + 1; length < FILE.length; length++) {
            RunLog log = Logs.read(Arrays.copyOf(FILE, length));
            assertThat(Logs.series(log, "train/loss").value(0)).isEqualTo(2.5);
            boolean between = length
                    == whole
                            + Events.event(
                                            2,
                                            Events.simple("train/loss", Float.NaN),
                                            Events.tensorOfFloats("train/grad_norm", 4))
                                    .length;
            assertThat(log.notes())
                    .filteredOn(note -> note.contains("the file ends within record"))
                    .hasSize(between ? 0 : 1);
        }
    }

    @Test
    void everyFlippedBitIsNoticed() {
        for (int i = 0; i < FILE.length; i++) {
            byte[] broken = FILE.clone();
            broken[i] ^= 0x10;
            assertThatThrownBy(() -> Logs.read(broken))
                    .as("byte %d", i)
                    .isInstanceOf(SourceException.class)
                    .hasMessageContaining("checksum");
        }
    }

    @Test
    void aRecordThatIsNoEventIsOneLine() {
        byte[] file = Events.joined(Events.version(), Events.record(new byte[] {0x0a, 0x7f, 1}));
        assertThatThrownBy(() -> Logs.read(file))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("record 2 (byte 40): a field longer than its message");
    }
}
