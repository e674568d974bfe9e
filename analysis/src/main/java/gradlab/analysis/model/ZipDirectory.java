package gradlab.analysis.model;

import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the directory of a zip archive that is held in memory. Only what NumPy writes is taken: stored or deflated
 * entries, with or without the 64-bit sizes. Two entries of one name, entries that share bytes (the trick of small
 * archives that unpack to huge ones), encryption and archives in parts are refused.
 */
final class ZipDirectory {

    private static final int MOST_ENTRIES = 65_535;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_LENGTH = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_LENGTH = 56;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int SHORT_MASK = 0xffff;
    private static final long INT_MASK = 0xffffffffL;
    private static final int EXTRA_64 = 1;
    private static final int DEFLATED = 8;
    private static final int ENCRYPTED_FLAG = 1;

    private final SourceBytes source;

    private ZipDirectory(SourceBytes source) {
        this.source = source;
    }

    /** The entries in the order of the directory. */
    static List<ZipEntryRecord> of(SourceBytes source) {
        return new ZipDirectory(source).entries();
    }

    private List<ZipEntryRecord> entries() {
        ByteBuffer all = source.buffer();
        int end = end(all);
        long count = all.getShort(end + 10) & SHORT_MASK;
        long start = all.getInt(end + 16) & INT_MASK;
        int locator = end - LOCATOR_64_LENGTH;
        if (locator >= 0 && all.getInt(locator) == LOCATOR_64) {
            ByteBuffer wide = part(all.getLong(locator + 8), END_64_LENGTH, END_64, "the 64-bit end record");
            count = wide.getLong(32);
            start = wide.getLong(48);
        }
        if (count < 0 || count > MOST_ENTRIES) {
            throw error("an archive of " + count + " entries", "at most " + MOST_ENTRIES);
        }
        List<ZipEntryRecord> entries = new ArrayList<>();
        Set<String> names = new HashSet<>();
        long at = start;
        for (long i = 0; i < count; i++) {
            ByteBuffer fixed = part(at, ENTRY_LENGTH, ENTRY, "an entry of the archive's directory");
            int name = fixed.getShort(28) & SHORT_MASK;
            int extra = fixed.getShort(30) & SHORT_MASK;
            ZipEntryRecord entry = entry(fixed, at, name, extra);
            if (!names.add(entry.name())) {
                throw error("the entry " + SourceException.quote(entry.name()) + " again", "each name once");
            }
            entries.add(entry);
            at += ENTRY_LENGTH + name + extra + (fixed.getShort(32) & SHORT_MASK);
        }
        refuseOverlap(entries, start);
        return entries;
    }

    private int end(ByteBuffer all) {
        int first = Math.max(0, all.capacity() - END_LENGTH - LONGEST_COMMENT);
        for (int i = all.capacity() - END_LENGTH; i >= first; i--) {
            if (all.getInt(i) == END && i + END_LENGTH + (all.getShort(i + 20) & SHORT_MASK) == all.capacity()) {
                return i;
            }
        }
        throw error("an archive without its end", "a whole zip archive");
    }

    private ZipEntryRecord entry(ByteBuffer fixed, long at, int nameLength, int extraLength) {
        byte[] nameBytes = new byte[nameLength];
        source.slice(at + ENTRY_LENGTH, nameLength, "the name of an entry").get(nameBytes);
        String name = new String(nameBytes, StandardCharsets.UTF_8);
        ByteBuffer extra = source.slice(at + ENTRY_LENGTH + nameLength, extraLength, "the fields of an entry");
        int method = fixed.getShort(10) & SHORT_MASK;
        if ((fixed.getShort(8) & ENCRYPTED_FLAG) != 0 || (method != 0 && method != DEFLATED)) {
            throw error(
                    "the entry " + SourceException.quote(name) + " encrypted or packed by method " + method,
                    "stored or deflated entries");
        }
        long[] numbers = {
            fixed.getInt(24) & INT_MASK, fixed.getInt(20) & INT_MASK, fixed.getInt(42) & INT_MASK,
        };
        widen(numbers, extra);
        long offset = numbers[2];
        ByteBuffer local = part(offset, LOCAL_LENGTH, LOCAL, "the entry " + SourceException.quote(name));
        long data = offset + LOCAL_LENGTH + (local.getShort(26) & SHORT_MASK) + (local.getShort(28) & SHORT_MASK);
        source.slice(data, numbers[1], "the entry " + SourceException.quote(name));
        return new ZipEntryRecord(name, method == DEFLATED, numbers[1], numbers[0], fixed.getInt(16) & INT_MASK, data);
    }

    /** Replaces those numbers that are all ones by the 64-bit ones that stand in the extra fields, in their order. */
    private static void widen(long[] numbers, ByteBuffer extra) {
        while (extra.remaining() >= 4) {
            int id = extra.getShort() & SHORT_MASK;
            int length = Math.min(extra.getShort() & SHORT_MASK, extra.remaining());
            int next = extra.position() + length;
            if (id == EXTRA_64) {
                for (int i = 0; i < numbers.length; i++) {
                    if (numbers[i] == INT_MASK && next - extra.position() >= Long.BYTES) {
                        numbers[i] = extra.getLong();
                    }
                }
            }
            extra.position(next);
        }
    }

    private void refuseOverlap(List<ZipEntryRecord> entries, long directory) {
        long free = 0;
        List<ZipEntryRecord> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparingLong(ZipEntryRecord::offset));
        for (ZipEntryRecord entry : sorted) {
            if (entry.offset() < free || entry.offset() + entry.packed() > directory) {
                throw error(
                        "the entry " + SourceException.quote(entry.name()) + " over bytes of another",
                        "entries that share no bytes");
            }
            free = entry.offset() + entry.packed();
        }
    }

    private ByteBuffer part(long offset, int length, int signature, String what) {
        ByteBuffer bytes = source.slice(offset, length, what);
        if (bytes.getInt(0) != signature) {
            throw error("no signature where " + what + " should be", "a whole zip archive");
        }
        return bytes;
    }

    private SourceException error(String found, String expected) {
        return SourceException.in(source.name(), found, expected);
    }
}
