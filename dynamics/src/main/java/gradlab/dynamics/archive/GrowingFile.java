package gradlab.dynamics.archive;

import gradlab.analysis.source.SourceException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** A file to which bytes are added; what {@link #append} wrote has been given to the system when it returns. */
final class GrowingFile implements AutoCloseable {
    private final Path file;
    private final OutputStream out;

    private GrowingFile(Path file, OutputStream out) {
        this.file = file;
        this.out = out;
    }

    /** A file that goes on, or starts. */
    static GrowingFile at(Path file, boolean goesOn) {
        try {
            return new GrowingFile(file, new FileOutputStream(file.toFile(), goesOn));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    static SourceException unwritable(Path file, IOException e) {
        return SourceException.in(
                file.toString(),
                "a place that cannot be written (" + e.getMessage() + ")",
                "a writable folder with room");
    }

    void append(byte[] bytes) {
        try {
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }
}
