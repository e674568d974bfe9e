package gradlab.dynamics.diagnosis;

import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells what a file or folder is from its content, and has it read. */
final class LogReader {
    private static final int MOST_NAMES = 8;
    private static final int FEWEST = 3;
    private static final String FORMATS =
            "a run folder, trainer_state.json, a TensorBoard event file, JSON lines or CSV with a line of names";

    private LogReader() {}

    static RunLog read(Path path) {
        if (Files.isDirectory(path)) {
            return useful(LogFolder.read(path));
        }
        return of(SourceBytes.read(path));
    }

    /** A single file. */
    static RunLog of(SourceBytes source) {
        if (EventLog.recognises(source)) {
            return useful(EventLog.read(source.name(), List.of(source)));
        } else if (JsonLog.recognises(source)) {
            return useful(JsonLog.read(source));
        } else if (TableLog.recognises(source)) {
            return useful(TableLog.read(source));
        }
        throw SourceException.in(
                source.name(), source.size() == 0 ? "an empty file" : "bytes of no known format", FORMATS);
    }

    /** The log, with a word of caution where it has hardly begun. */
    private static RunLog noted(RunLog log) {
        int most = log.series().stream().mapToInt(LogSeries::size).max().orElse(0);
        if (most >= FEWEST || log.end().isPresent()) {
            return log;
        }
        List<String> notes = new ArrayList<>(log.notes());
        notes.add("no series has " + FEWEST + " values: nothing but numbers that are not finite can be told from it");
        return new RunLog(log.source(), log.format(), log.series(), log.end(), notes);
    }

    private static RunLog useful(RunLog log) {
        if (log.tellsAnything() || log.end().isPresent()) {
            return noted(log);
        }
        String names = log.series().stream()
                .limit(MOST_NAMES)
                .map(series -> SourceException.quote(series.name()))
                .collect(Collectors.joining(", "));
        throw SourceException.in(
                log.source(),
                names.isEmpty() ? "no series" : "no series that tells of training, but " + names,
                "a loss, gradient norms, weight norms or the like; docs/diagnosis.md lists the names");
    }
}
