package gradlab.dynamics.training;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over numbers and texts: big-endian bits, each text and list preceded by its length. */
final class RunDigest {
    private final MessageDigest sha;

    RunDigest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must provide SHA-256", e);
        }
    }

    RunDigest number(long value) {
        sha.update(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
        return this;
    }

    RunDigest real(double value) {
        return number(Double.doubleToRawLongBits(value));
    }

    RunDigest reals(double[] values) {
        number(values.length);
        for (double value : values) {
            real(value);
        }
        return this;
    }

    RunDigest text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        sha.update(bytes);
        return this;
    }

    RunDigest series(Series series) {
        number(series.size());
        for (int i = 0; i < series.size(); i++) {
            number(series.step(i)).real(series.value(i));
        }
        return this;
    }

    String hexadecimal() {
        return HexFormat.of().formatHex(sha.digest());
    }
}
