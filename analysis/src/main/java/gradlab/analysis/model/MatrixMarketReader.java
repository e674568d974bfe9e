package gradlab.analysis.model;

import gradlab.analysis.source.MemoryAllowance;
import gradlab.analysis.source.SourceBytes;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;

/**
 * Reads Matrix Market: real, integer or pattern, in coordinates or as an array, general, symmetric or skew-symmetric
 * (Boisvert, Pozo, Remington 1996). The matrix is dense; its size is taken from the allowance before it is made.
 * Complex and Hermitian ones are refused, and so is an entry that is written twice or that follows from another.
 */
final class MatrixMarketReader {

    /** The dense matrix may fill this part of the heap. */
    private static final int ONE_IN = 4;

    private final MatrixMarketWords words;
    private final MatrixMarketHeader header;
    private final int rows;
    private final int columns;
    private final ByteBuffer entries;

    private MatrixMarketReader(
            MatrixMarketWords words, MatrixMarketHeader header, int rows, int columns, ByteBuffer entries) {
        this.words = words;
        this.header = header;
        this.rows = rows;
        this.columns = columns;
        this.entries = entries;
    }

    static boolean recognises(SourceBytes source) {
        int length = MatrixMarketHeader.MAGIC.length();
        StringBuilder start = new StringBuilder();
        ByteBuffer bytes = source.buffer();
        while (bytes.hasRemaining() && start.length() < length) {
            start.append((char) (bytes.get() & 0xff));
        }
        return start.toString().toLowerCase(Locale.ROOT).equals(MatrixMarketHeader.MAGIC);
    }

    static StoredTensor read(SourceBytes source) {
        MatrixMarketWords words = new MatrixMarketWords(source);
        MatrixMarketHeader header = MatrixMarketHeader.of(source.name(), words.first());
        List<String> sizes = words.next();
        int wanted = header.coordinate() ? 3 : 2;
        if (sizes.size() != wanted) {
            throw words.error(sizes.size() + " words", wanted + " sizes");
        }
        List<Integer> shape = TensorShape.of(
                source.name(),
                "a matrix",
                List.of(words.integer(sizes.get(0)), words.integer(sizes.get(1))),
                Double.BYTES);
        if (header.symmetry() != MatrixMarketHeader.Symmetry.GENERAL
                && !shape.get(0).equals(shape.get(1))) {
            throw words.error("a symmetry of a matrix that is not square", "as many rows as columns");
        }
        long count = TensorShape.count(shape);
        MemoryAllowance.ofHeap(source.name(), ONE_IN).take(count, Double.BYTES, "a matrix of " + count + " entries");
        ByteBuffer entries = ByteBuffer.allocate((int) count * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        MatrixMarketReader reader = new MatrixMarketReader(words, header, shape.get(0), shape.get(1), entries);
        if (header.coordinate()) {
            reader.coordinates(words.integer(sizes.get(2)));
        } else {
            reader.array();
        }
        if (!words.next().isEmpty()) {
            throw words.error("more entries", "the end of the file");
        }
        return StoredTensor.of("", shape, ElementType.F64, entries);
    }

    private void coordinates(long count) {
        BitSet seen = new BitSet();
        int width = header.field() == MatrixMarketHeader.Field.PATTERN ? 2 : 3;
        if (count < 0 || count > (long) rows * columns) {
            throw words.error(count + " entries", "at most one a place");
        }
        for (long k = 0; k < count; k++) {
            List<String> line = line(width);
            int i = index(line.get(0), rows, "row");
            int j = index(line.get(1), columns, "column");
            if (i < header.symmetry().firstRow(j)) {
                throw words.error("an entry that follows from another", "entries below the diagonal only");
            }
            int place = i * columns + j;
            if (seen.get(place)) {
                throw words.error("the entry of row " + (i + 1) + " and column " + (j + 1) + " again", "it once");
            }
            seen.set(place);
            set(i, j, width == 2 ? 1 : value(line.get(2)));
        }
    }

    private void array() {
        for (int j = 0; j < columns; j++) {
            for (int i = header.symmetry().firstRow(j); i < rows; i++) {
                set(i, j, value(line(1).get(0)));
            }
        }
    }

    private List<String> line(int width) {
        List<String> line = words.next();
        if (line.size() != width) {
            throw words.error(
                    line.isEmpty() ? "the end of the file" : line.size() + " words",
                    "an entry of " + width + (width == 1 ? " word" : " words"));
        }
        return line;
    }

    private int index(String word, int size, String what) {
        long index = words.integer(word);
        if (index < 1 || index > size) {
            throw words.error(what + " " + index, "a " + what + " from 1 to " + size);
        }
        return (int) index - 1;
    }

    private double value(String word) {
        return header.field() == MatrixMarketHeader.Field.INTEGER ? words.integer(word) : words.real(word);
    }

    private void set(int i, int j, double value) {
        entries.putDouble((i * columns + j) * Double.BYTES, value);
        if (header.symmetry() == MatrixMarketHeader.Symmetry.SYMMETRIC) {
            entries.putDouble((j * columns + i) * Double.BYTES, value);
        } else if (header.symmetry() == MatrixMarketHeader.Symmetry.SKEW_SYMMETRIC) {
            entries.putDouble((j * columns + i) * Double.BYTES, 0 - value);
        }
    }
}
