package gradlab.analysis.model;

import com.code_intelligence.jazzer.junit.FuzzTest;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;

/**
 * Whatever the bytes are, a reader gives tensors or a {@link SourceException}. The normal build runs the stored inputs;
 * docs/models.md says how to search for new ones.
 */
class ReaderFuzzTest {

    @FuzzTest(maxDuration = "5m")
    void npy(byte[] data) {
        read(() -> NpyReader.read(SourceBytes.of("f", data)).toDoubles());
    }

    @FuzzTest(maxDuration = "5m")
    void npz(byte[] data) {
        read(() -> NpzReader.read(SourceBytes.of("f", data)).forEach(StoredTensor::toDoubles));
    }

    @FuzzTest(maxDuration = "5m")
    void safetensors(byte[] data) {
        SourceBytes source = SourceBytes.of("f", data);
        if (SafetensorsReader.recognises(source)) {
            read(() -> SafetensorsReader.read(source).forEach(StoredTensor::toDoubles));
        }
    }

    @FuzzTest(maxDuration = "5m")
    void matrixMarket(byte[] data) {
        read(() -> MatrixMarketReader.read(SourceBytes.of("f", data)).toDoubles());
    }

    private static void read(Runnable reading) {
        try {
            reading.run();
        } catch (SourceException e) {
            // As promised.
        }
    }
}
