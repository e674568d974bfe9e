package gradlab.analysis.onnx;

import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import gradlab.analysis.source.MemoryAllowance;
import gradlab.analysis.source.SourceException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tensors that a model keeps in other files. Only files of the model's own folder are read: no absolute path, no step
 * upwards, and no link that leads out of it.
 */
final class ExternalData {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private final String file;
    private final Optional<Path> folder;

    ExternalData(String file, Optional<Path> folder) {
        this.file = file;
        this.folder = folder;
    }

    /** Exactly {@code bytes} bytes of the file that the tensor names, from the offset that it names. */
    ByteBuffer read(TensorProto tensor, int bytes, String what, MemoryAllowance allowance) {
        long offset = number(tensor, "offset", 0, what);
        long length = number(tensor, "length", bytes, what);
        if (length != bytes) {
            throw error(what + " in " + length + " bytes of another file", bytes + " bytes, as its shape needs");
        }
        String location = field(tensor, "location").orElse("");
        Path path = inside(location, what);
        allowance.take(bytes, 1, what + " of " + bytes + " bytes");
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            if (offset > channel.size() || bytes > channel.size() - offset) {
                throw error(
                        what + " beyond the end of " + SourceException.quote(location),
                        "a file of at least " + offset + " + " + bytes + " bytes");
            }
            ByteBuffer data = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
            channel.position(offset);
            int read = 0;
            while (data.hasRemaining() && read >= 0) {
                read = channel.read(data);
            }
            if (data.hasRemaining()) {
                throw error("a file that changes while it is read", "a file that stays");
            }
            return data.flip();
        } catch (IOException e) {
            throw error("no readable file " + SourceException.quote(location) + " for " + what, "a file beside it");
        }
    }

    private Path inside(String location, String what) {
        Path own = folder.orElseThrow(() -> error(what + " in another file", "a model in a folder of its own"));
        try {
            Path relative = Path.of(location);
            boolean plain = !location.isEmpty() && !relative.isAbsolute() && !location.contains("\\");
            for (Path step : relative) {
                plain &= !step.toString().equals("..");
            }
            Path real = plain ? own.resolve(relative).toRealPath() : own;
            if (!plain || !real.startsWith(own.toRealPath()) || !Files.isRegularFile(real)) {
                throw error(
                        what + " in " + SourceException.quote(location),
                        "a regular file within the model's own folder");
            }
            return real;
        } catch (IOException | InvalidPathException e) {
            throw error(what + " in " + SourceException.quote(location) + ", which cannot be read", "a file beside it");
        }
    }

    private long number(TensorProto tensor, String key, long otherwise, String what) {
        Optional<String> text = field(tensor, key);
        if (text.isPresent() && !DIGITS.matcher(text.get()).matches()) {
            throw error(what + " with the " + key + " " + SourceException.quote(text.get()), "a number of bytes");
        }
        return text.map(Long::parseLong).orElse(otherwise);
    }

    private static Optional<String> field(TensorProto tensor, String key) {
        return tensor.getExternalDataList().stream()
                .filter(entry -> entry.getKey().equals(key))
                .map(StringStringEntryProto::getValue)
                .findFirst();
    }

    private SourceException error(String found, String expected) {
        return SourceException.in(file, found, expected);
    }
}
