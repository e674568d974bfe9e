package gradlab.dynamics.lyapunov;

import gradlab.analysis.model.StoredTensor;
import gradlab.analysis.model.TensorFile;
import gradlab.analysis.source.Position;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads a recorded series: a column of an npy file, or of lines of numbers separated by commas, the first of which may be names. */
public final class SeriesFile {
    private static final int LARGEST = 1 << 26;

    private SeriesFile() {}

    /**
     * The numbers of one column.
     *
     * @param column counted from 1
     * @throws SourceException if the file has no such column, holds something else, or has too few or too many numbers
     */
    public static double[] read(Path file, int column) {
        boolean text = file.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        double[] samples = text ? lines(SourceText.read(file, LARGEST), column) : tensor(TensorFile.read(file), column);
        String found = samples.length + " samples";
        if (samples.length < SeriesExponent.FEWEST || samples.length > SeriesExponent.MOST) {
            throw SourceException.in(
                    file.toString(),
                    found,
                    "from " + SeriesExponent.FEWEST + " to " + SeriesExponent.MOST + " samples");
        }
        for (int i = 0; i < samples.length; i++) {
            if (!Double.isFinite(samples[i])) {
                throw SourceException.in(file.toString(), samples[i] + " in row " + i, "finite numbers");
            }
        }
        if (Arrays.stream(samples).allMatch(x -> x == samples[0])) {
            throw SourceException.in(
                    file.toString(), "the number " + samples[0] + " in every row", "a series that moves");
        }
        return samples;
    }

    private static double[] tensor(TensorFile file, int column) {
        StoredTensor tensor = file.onlyTensor();
        List<Integer> shape = tensor.shape();
        int columns = shape.size() == 2 ? shape.get(1) : 1;
        if (shape.isEmpty() || shape.size() > 2 || column > columns) {
            throw SourceException.in(
                    file.name(), "a tensor of " + tensor.shapeText(), "T or T x d numbers with column " + column);
        }
        double[] all = tensor.toDoubles();
        double[] samples = new double[shape.get(0)];
        Arrays.setAll(samples, i -> all[i * columns + column - 1]);
        return samples;
    }

    private static double[] lines(SourceText source, int column) {
        List<String> lines = source.text().lines().toList();
        double[] samples = new double[lines.size()];
        int count = 0;
        for (int row = 0; row < lines.size(); row++) {
            if (!lines.get(row).isBlank()) {
                String[] fields = lines.get(row).split(",", -1);
                boolean names = row == 0 && !isNumber(fields[0]);
                if (!names) {
                    samples[count++] = number(source, row + 1, fields, column);
                }
            }
        }
        return Arrays.copyOf(samples, count);
    }

    private static double number(SourceText source, int line, String[] fields, int column) {
        if (column > fields.length) {
            throw SourceException.at(
                    source.name(), new Position(line, 1), fields.length + " fields", "at least " + column);
        }
        String field = fields[column - 1].strip();
        if (!isNumber(field)) {
            throw SourceException.at(
                    source.name(),
                    new Position(line, 1),
                    SourceException.quote(field) + " in field " + column,
                    "a number");
        }
        return Double.parseDouble(field);
    }

    private static boolean isNumber(String field) {
        try {
            return !Double.isNaN(Double.parseDouble(field.strip()));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
