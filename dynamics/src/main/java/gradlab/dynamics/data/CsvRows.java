package gradlab.dynamics.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import gradlab.analysis.source.Position;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The rows of a CSV file one after the other, as texts; none is kept. */
public final class CsvRows {
    private final SourceBytes source;
    private final char separator;

    private CsvRows(SourceBytes source, char separator) {
        this.source = source;
        this.separator = separator;
    }

    /** The rows of these bytes, in UTF-8, with what stands between fields. */
    public static CsvRows of(SourceBytes source, char separator) {
        return new CsvRows(source, separator);
    }

    /** Takes a row. */
    @FunctionalInterface
    public interface Visitor {
        /**
         * One row.
         *
         * @param place where it begins
         * @param fields its fields, quotes removed
         * @return whether to go on
         */
        boolean row(Position place, List<String> fields);
    }

    /**
     * Shows every row.
     *
     * @throws SourceException if a line is not CSV
     */
    public void forEach(Visitor visitor) {
        InputStream stream = source.lend(array -> new ByteArrayInputStream(array));
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .fieldSeparator(separator)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(stream)) {
            for (CsvRecord row : reader) {
                int line = (int) Math.min(Integer.MAX_VALUE, row.getStartingLineNumber());
                if (!visitor.row(new Position(line, 1), row.getFields())) {
                    return;
                }
            }
        } catch (UncheckedIOException | CsvParseException | IOException e) {
            String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
            throw SourceException.in(source.name(), "a line that is not CSV (" + reason + ")", "fields and commas");
        }
    }
}
