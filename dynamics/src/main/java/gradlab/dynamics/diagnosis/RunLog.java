package gradlab.dynamics.diagnosis;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a training run left in a log.
 *
 * @param source the file or folder, as the user gave it
 * @param format what it is, in words
 * @param series what was logged, in the order in which the log first names it
 * @param end the number that ended the run, where the log says so beside its series
 * @param notes what the reader has to say: a cut-off tail, lines left out
 */
public record RunLog(String source, String format, List<LogSeries> series, Optional<End> end, List<String> notes) {

    /**
     * A number that was not finite and ended a run before it was logged.
     *
     * @param step the step
     * @param where what it was, such as "gradient at layer3"
     */
    public record End(long step, String where) {}

    /** Copies the lists. */
    public RunLog {
        series = List.copyOf(series);
        notes = List.copyOf(notes);
    }

    /**
     * Reads a file or a folder of any format that docs/diagnosis.md lists, told apart by content.
     *
     * @throws gradlab.analysis.source.SourceException if it is none of these or malformed
     */
    public static RunLog read(Path path) {
        return LogReader.read(path);
    }

    /** The series of a quantity of the whole network with the most values; the shorter name of equals. */
    public Optional<LogSeries> whole(Quantity quantity) {
        return series.stream()
                .filter(s -> s.quantity() == quantity && s.layer().isEmpty() && s.size() > 0)
                .min(Comparator.<LogSeries>comparingInt(s -> -s.size())
                        .thenComparing(s -> s.name().length()));
    }

    /** The loss of training: its own series, else the largest part of it. */
    public Optional<LogSeries> loss() {
        return whole(Quantity.LOSS).or(() -> whole(Quantity.PART_OF_LOSS));
    }

    /** The series of a quantity of single layers, from the input to the output as far as names and order tell. */
    public List<LogSeries> layers(Quantity quantity) {
        return DepthOrder.of(series.stream()
                .filter(s -> s.quantity() == quantity && !s.layer().isEmpty() && s.size() > 0)
                .toList());
    }

    /** What the log said when a step had just been logged. */
    public RunLog until(long step) {
        return new RunLog(
                source,
                format,
                series.stream().map(s -> s.until(step)).toList(),
                end.filter(e -> e.step() <= step),
                notes);
    }

    /** Whether any series can be diagnosed from. */
    boolean tellsAnything() {
        return series.stream()
                .anyMatch(s -> s.size() > 0
                        && switch (s.quantity()) {
                            case OTHER, RATE, MOMENTUM, CLIP_LIMIT, LOSS_SCALE, SHARPNESS_LIMIT -> false;
                            default -> true;
                        });
    }

    /** How many values there are. */
    long count() {
        return series.stream().mapToLong(LogSeries::size).sum();
    }
}
