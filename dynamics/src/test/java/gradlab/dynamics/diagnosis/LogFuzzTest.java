package gradlab.dynamics.diagnosis;

import com.code_intelligence.jazzer.junit.FuzzTest;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are, a log is read and diagnosed, or refused with one line. */
class LogFuzzTest {

    static Stream<Arguments> seeds() {
        return Stream.of(
                        Events.joined(
                                Events.version(), Events.event(1, Events.simple("loss", 1), Events.tensor("a", 2))),
                        text(
                                "{\"log_history\": [{\"loss\": NaN, \"step\": 1}, {\"grad_norm\": Infinity, \"step\": 2}]}"),
                        text(
                                "{\"_step\": 1, \"gradients/a\": {\"_type\": \"histogram\", \"values\": [1], \"bins\": [0, 1]}}\n"),
                        text("step,loss,grad_norm\n0,1,nan\n1,,2\n"))
                .map(bytes -> Arguments.of((Object) bytes));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void anyLog(byte[] data) {
        diagnose(data);
    }

    /** A checksum keeps a fuzzer out, so here it gets a right one. */
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void anyEvent(byte[] data) {
        diagnose(Events.joined(Events.version(), Events.record(data)));
    }

    private static void diagnose(byte[] data) {
        try {
            Diagnosis.of(LogReader.of(SourceBytes.of("f", data))).isHealthy();
        } catch (SourceException e) {
            // As promised.
        }
    }
}
