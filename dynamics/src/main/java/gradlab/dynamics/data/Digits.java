package gradlab.dynamics.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import gradlab.analysis.source.Position;
import gradlab.analysis.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * The 1797 handwritten digits of Alpaydin and Kaynak (alpaydinkaynak1998): 8 by 8 images of pixel counts 0 to 16, ten
 * classes.
 */
public final class Digits {
    /** The number of images. */
    public static final int SIZE = 1797;

    /** The number of pixels of one image. */
    public static final int PIXELS = 64;

    /** The number of classes. */
    public static final int CLASSES = 10;

    /** The largest pixel count. */
    public static final int LARGEST = 16;

    private static final String RESOURCE = "digits.csv.gz";

    private Digits() {}

    /** The images as they were counted, in the order of the file. */
    public static DataSet load() {
        try (InputStream compressed = Digits.class.getResourceAsStream(RESOURCE)) {
            if (compressed == null) {
                throw SourceException.in(RESOURCE, "no such resource", "the handwritten digits in the jar");
            }
            return read(RESOURCE, compressed);
        } catch (IOException e) {
            throw SourceException.in(RESOURCE, "a damaged resource (" + e.getMessage() + ")", "a gzip file");
        }
    }

    /** Reads and checks a compressed file: number of rows, number of fields, and the range of each. */
    static DataSet read(String name, InputStream compressed) throws IOException {
        double[] inputs = new double[SIZE * PIXELS];
        int[] labels = new int[SIZE];
        int rows = 0;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(new GZIPInputStream(compressed))) {
            for (CsvRecord row : reader) {
                if (rows == SIZE) {
                    throw SourceException.in(name, "more than " + SIZE + " rows", SIZE + " rows");
                }
                checkFields(name, row);
                for (int j = 0; j < PIXELS; j++) {
                    inputs[rows * PIXELS + j] = number(name, row, j, LARGEST);
                }
                labels[rows++] = number(name, row, PIXELS, CLASSES - 1);
            }
        } catch (UncheckedIOException | CsvParseException e) {
            throw new IOException(e.getMessage(), e);
        }
        if (rows != SIZE) {
            throw SourceException.in(name, rows + " rows", SIZE + " rows");
        }
        return DataSet.of(PIXELS, CLASSES, inputs, labels);
    }

    private static void checkFields(String name, CsvRecord row) {
        if (row.getFieldCount() != PIXELS + 1) {
            throw SourceException.at(name, place(row), row.getFieldCount() + " fields", PIXELS + 1 + " fields");
        }
    }

    private static int number(String name, CsvRecord row, int field, int largest) {
        String text = row.getField(field);
        int value = text.isEmpty() || text.length() > 2 ? -1 : 0;
        for (int i = 0; value >= 0 && i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            value = digit < 0 || digit > 9 ? -1 : 10 * value + digit;
        }
        if (value >= 0 && value <= largest) {
            return value;
        }
        throw SourceException.at(
                name,
                place(row),
                SourceException.quote(text) + " in field " + (field + 1),
                "a whole number from 0 to " + largest);
    }

    private static Position place(CsvRecord row) {
        return new Position(Math.toIntExact(row.getStartingLineNumber()), 1);
    }
}
