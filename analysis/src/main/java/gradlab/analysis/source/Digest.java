package gradlab.analysis.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over parts, each with its length before it, so that two parts never run into one. */
public final class Digest {

    private static final int BUFFER = 1 << 16;

    private final MessageDigest sha256;

    /** Of nothing yet. */
    public Digest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds a text. */
    public Digest add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds bytes. */
    public Digest add(byte[] bytes) {
        addLength(bytes.length);
        sha256.update(bytes);
        return this;
    }

    /** Adds a file's content. */
    public Digest add(Path file) throws IOException {
        addLength(Files.size(file));
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha256.update(buffer, 0, n);
            }
        }
        return this;
    }

    /** The digest, 64 hexadecimal digits; nothing can be added after it. */
    public String hex() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    private void addLength(long length) {
        sha256.update((length + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
