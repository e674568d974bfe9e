package gradlab.analysis.inference;

import com.code_intelligence.jazzer.junit.FuzzTest;

/** Whatever the bytes are, a model is read and run, or refused with one line. */
class ModelFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void onnx(byte[] data) {
        HostileModel.readAndRun(data);
    }
}
