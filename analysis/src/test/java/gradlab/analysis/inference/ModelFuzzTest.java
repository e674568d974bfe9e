package gradlab.analysis.inference;

import com.code_intelligence.jazzer.junit.FuzzTest;
import gradlab.analysis.onnx.Models;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the bytes are, a model is read and run, or refused with one line. */
class ModelFuzzTest {

    static Stream<Arguments> seeds() {
        return Stream.of(Arguments.of((Object) Models.branching().toByteArray()));
    }

    @MethodSource("seeds")
    @FuzzTest(maxDuration = "5m")
    void onnx(byte[] data) {
        HostileModel.readAndRun(data);
    }
}
