package gradlab.analysis.model;

import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.nio.ByteBuffer;

/** Reads one npy array: a header and exactly as many bytes as it announces. Object and record arrays are refused. */
final class NpyReader {

    private NpyReader() {}

    static StoredTensor read(SourceBytes source) {
        NpyHeader header = NpyHeaderReader.read(source.name(), source.buffer());
        long present = (long) source.size() - header.length();
        if (present != header.dataBytes()) {
            throw wrongLength(source.name(), present, header);
        }
        return tensor("", header, source.slice(header.length(), present, "the array"));
    }

    static StoredTensor tensor(String name, NpyHeader header, ByteBuffer data) {
        data.order(header.order());
        return header.firstIndexFastest()
                ? StoredTensor.firstIndexFastest(name, header.shape(), header.type(), data)
                : StoredTensor.of(name, header.shape(), header.type(), data);
    }

    static SourceException wrongLength(String file, long present, NpyHeader header) {
        return SourceException.in(
                file,
                (present > header.dataBytes() ? "more than the array's " : "fewer than the array's ")
                        + header.dataBytes() + " bytes",
                "exactly the bytes that the shape " + header.shape() + " needs");
    }
}
