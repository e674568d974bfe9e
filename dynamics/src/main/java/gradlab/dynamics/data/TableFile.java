package gradlab.dynamics.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import gradlab.analysis.source.MemoryAllowance;
import gradlab.analysis.source.Position;
import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.tensor.Shape;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A CSV file of numbers with a line of names: one column is the answer, the others are the inputs.
 *
 * @param file the file
 * @param target the name of the answer's column
 * @param labels whether the answers are classes 0, 1, ... or numbers
 */
record TableFile(Path file, String target, boolean labels) {
    private static final int ONE_IN = 4;
    private static final int LONGEST_FIELD = 64;
    private static final int MOST_CLASSES = 10_000;
    private static final int MOST_NAMES = 10;

    DataSet read() {
        SourceBytes bytes = SourceBytes.read(file);
        InputStream stream = bytes.lend(array -> new ByteArrayInputStream(array));
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(stream)) {
            return read(bytes.name(), reader);
        } catch (UncheckedIOException | CsvParseException | IOException e) {
            throw SourceException.in(
                    bytes.name(), "a line that is not CSV (" + firstLine(e) + ")", "lines of equally many fields");
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private DataSet read(String name, CsvReader<CsvRecord> reader) {
        MemoryAllowance allowance = MemoryAllowance.ofHeap(name, ONE_IN);
        List<String> names = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (CsvRecord row : reader) {
            if (names.isEmpty()) {
                row.getFields().forEach(field -> names.add(field.strip()));
                checkNames(name, names);
                continue;
            }
            if (row.getFieldCount() != names.size()) {
                throw SourceException.at(
                        name,
                        place(row),
                        row.getFieldCount() + " fields",
                        names.size() + " fields, as in the first line");
            }
            allowance.take(row.getFieldCount() + 4L, 2 * Double.BYTES, (rows.size() + 1) + " rows");
            rows.add(numbers(name, row));
        }
        if (rows.isEmpty()) {
            throw SourceException.in(name, "no rows of numbers", "a line of names, then rows of numbers");
        }
        return points(name, rows, names.indexOf(target), names.size() - 1);
    }

    private void checkNames(String name, List<String> names) {
        long found = names.stream().filter(target::equals).count();
        if (found != 1 || names.size() < 2) {
            String shown = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
            throw SourceException.at(
                    name,
                    Position.START,
                    "columns " + SourceException.quote(shown) + (names.size() > MOST_NAMES ? " and more" : ""),
                    "a line of names with " + SourceException.quote(target)
                            + " once beside others, commas between them");
        }
    }

    private DataSet points(String name, List<double[]> rows, int column, int width) {
        double[] inputs = new double[rows.size() * width];
        double[] answers = new double[rows.size()];
        for (int i = 0; i < answers.length; i++) {
            double[] row = rows.get(i);
            answers[i] = row[column];
            for (int j = 0; j < width; j++) {
                inputs[i * width + j] = row[j < column ? j : j + 1];
            }
        }
        Shape shape = Shape.of(width);
        return labels
                ? Labels.of(name, shape, inputs, answers, MOST_CLASSES)
                : DataSet.targeted(shape, inputs, answers);
    }

    private static double[] numbers(String name, CsvRecord row) {
        double[] numbers = new double[row.getFieldCount()];
        for (int j = 0; j < numbers.length; j++) {
            String text = row.getField(j).strip();
            numbers[j] = text.length() <= LONGEST_FIELD && text.matches("[-+.0-9eE]+") ? parsed(text) : Double.NaN;
            if (!Double.isFinite(numbers[j])) {
                throw SourceException.at(
                        name, place(row), SourceException.quote(text) + " in field " + (j + 1), "a finite number");
            }
        }
        return numbers;
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Position place(CsvRecord row) {
        return new Position((int) Math.min(Integer.MAX_VALUE, row.getStartingLineNumber()), 1);
    }
}
