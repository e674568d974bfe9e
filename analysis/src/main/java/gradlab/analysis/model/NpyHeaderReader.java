package gradlab.analysis.model;

import gradlab.analysis.source.SourceException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the header of npy, versions 1 to 3: the magic, a length, and a Python dictionary of exactly {@code descr},
 * {@code fortran_order} and {@code shape}, read by a grammar of its own and never evaluated (format: NumPy Enhancement
 * Proposal 1).
 */
final class NpyHeaderReader {

    static final int LONGEST_PREFIX = 12;
    private static final int SHORTEST = 16;
    private static final int LONGEST = 65_536;
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int SHORT_PREFIX = 10;

    private final String file;
    private final String text;
    private int at;

    private NpyHeaderReader(String file, String text) {
        this.file = file;
        this.text = text;
    }

    static byte[] magic() {
        return MAGIC.clone();
    }

    /** How long prefix and header are, from the first bytes of a file. */
    static int length(String file, ByteBuffer start) {
        ByteBuffer bytes = start.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.remaining() < SHORT_PREFIX) {
            throw SourceException.in(file, "the end of the file", "the header of an npy array");
        }
        for (byte expected : MAGIC) {
            if (bytes.get() != expected) {
                throw SourceException.in(file, "bytes that are no npy array", "the magic bytes of npy");
            }
        }
        int major = bytes.get();
        bytes.get();
        if (major < 1 || major > 3) {
            throw SourceException.in(file, "version " + major + " of npy", "version 1, 2 or 3");
        }
        boolean isShort = major == 1;
        if (!isShort && bytes.remaining() < Integer.BYTES) {
            throw SourceException.in(file, "the end of the file", "the header of an npy array");
        }
        long length = isShort ? Short.toUnsignedLong(bytes.getShort()) : Integer.toUnsignedLong(bytes.getInt());
        if (length < SHORTEST || length > LONGEST) {
            throw SourceException.in(
                    file, "an npy header of " + length + " bytes", "one of " + SHORTEST + " to " + LONGEST + " bytes");
        }
        return (isShort ? SHORT_PREFIX : LONGEST_PREFIX) + (int) length;
    }

    /** Reads the header from bytes that hold at least all of it. */
    static NpyHeader read(String file, ByteBuffer start) {
        int length = length(file, start);
        if (start.remaining() < length) {
            throw SourceException.in(file, "the end of the file", "an npy header of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        start.duplicate().get(bytes);
        int prefix = bytes[MAGIC.length] == 1 ? SHORT_PREFIX : LONGEST_PREFIX;
        String text = new String(bytes, prefix, length - prefix, StandardCharsets.ISO_8859_1);
        return new NpyHeaderReader(file, text).dictionary(length);
    }

    private NpyHeader dictionary(int length) {
        String descr = null;
        Boolean fortran = null;
        List<Long> sizes = null;
        expect('{');
        while (!accept('}')) {
            String key = string();
            expect(':');
            if (key.equals("descr") && descr == null) {
                descr = descr();
            } else if (key.equals("fortran_order") && fortran == null) {
                fortran = truth();
            } else if (key.equals("shape") && sizes == null) {
                sizes = sizes();
            } else {
                throw error("the key " + SourceException.quote(key), "descr, fortran_order and shape, each once");
            }
            if (!accept(',')) {
                expect('}');
                break;
            }
        }
        if (descr == null
                || fortran == null
                || sizes == null
                || !text.substring(at).isBlank()) {
            throw error("another dictionary", "exactly descr, fortran_order and shape");
        }
        ElementType type = NpyHeader.type(file, descr);
        List<Integer> shape = TensorShape.of(file, "an array", sizes, type.width());
        return new NpyHeader(type, NpyHeader.order(file, descr, type), fortran, shape, length);
    }

    private String descr() {
        skipSpace();
        if (at < text.length() && text.charAt(at) == '[') {
            throw SourceException.in(file, "an array of records", "an array of real numbers");
        }
        return string();
    }

    private boolean truth() {
        skipSpace();
        for (String word : List.of("True", "False")) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return word.equals("True");
            }
        }
        throw error("something else", "True or False");
    }

    private List<Long> sizes() {
        List<Long> sizes = new ArrayList<>();
        expect('(');
        while (!accept(')')) {
            sizes.add(integer());
            if (!accept(',')) {
                expect(')');
                break;
            }
        }
        return sizes;
    }

    private long integer() {
        skipSpace();
        int start = at;
        while (at < text.length() && Character.digit(text.charAt(at), 10) >= 0) {
            at++;
        }
        if (at == start || at - start > 18) {
            throw error("no size", "a size of at most 18 digits");
        }
        long value = Long.parseLong(text.substring(start, at));
        if (at < text.length() && text.charAt(at) == 'L') {
            at++;
        }
        return value;
    }

    private String string() {
        skipSpace();
        char quote = at < text.length() ? text.charAt(at) : ' ';
        int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
        if (end < 0) {
            throw error("no quoted text", "a quoted text");
        }
        String value = text.substring(at + 1, end);
        at = end + 1;
        return value;
    }

    private boolean accept(char c) {
        skipSpace();
        if (at < text.length() && text.charAt(at) == c) {
            at++;
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!accept(c)) {
            throw error("something else", "'" + c + "'");
        }
    }

    private void skipSpace() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private SourceException error(String found, String expected) {
        return SourceException.in(file, found + " at character " + (at + 1) + " of the npy header", expected);
    }
}
