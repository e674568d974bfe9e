package gradlab.dynamics.diagnosis;

import gradlab.analysis.source.SourceBytes;
import java.nio.ByteBuffer;

/** The first byte of a text that is no blank, behind a byte order mark; -1 if there is none. */
final class FirstCharacter {
    private FirstCharacter() {}

    static int of(SourceBytes source) {
        ByteBuffer bytes = source.buffer();
        bytes.position(source.startsWith((byte) 0xEF, (byte) 0xBB, (byte) 0xBF) ? 3 : 0);
        while (bytes.hasRemaining()) {
            int next = bytes.get();
            if (next != ' ' && next != '\t' && next != '\n' && next != '\r') {
                return next;
            }
        }
        return -1;
    }
}
