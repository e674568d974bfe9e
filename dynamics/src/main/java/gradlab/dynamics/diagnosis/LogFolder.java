package gradlab.dynamics.diagnosis;

import gradlab.analysis.source.SourceBytes;
import gradlab.analysis.source.SourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The log in a folder: the records of a run folder of ours with the summary beside them; else whichever file in it, or up to
 * three folders further down, is a log with the most values. Event files that lie together are one run.
 */
final class LogFolder {
    private static final String LINES = "records.jsonl";
    private static final String SUMMARY = "summary.json";
    private static final int DEEPEST = 4;
    private static final int MOST_FILES = 1_000;

    private LogFolder() {}

    static RunLog read(Path folder) {
        Path lines = folder.resolve(LINES);
        return Files.isRegularFile(lines) ? ours(folder, SourceBytes.read(lines)) : found(folder);
    }

    private static RunLog ours(Path folder, SourceBytes lines) {
        Path summary = folder.resolve(SUMMARY);
        Optional<RunLog.End> end =
                Files.isRegularFile(summary) ? JsonLog.end(SourceBytes.read(summary)) : Optional.empty();
        RunLog records = lines.size() == 0 ? empty(lines) : JsonLog.read(lines);
        return new RunLog(folder.toString(), "run folder", records.series(), end, records.notes());
    }

    private static RunLog empty(SourceBytes lines) {
        return new RunLog(lines.name(), "run folder", List.of(), Optional.empty(), List.of());
    }

    private static RunLog found(Path folder) {
        List<RunLog> logs = new ArrayList<>();
        Path eventsOf = folder;
        List<SourceBytes> events = new ArrayList<>();
        for (Path file : files(folder)) {
            SourceBytes source = SourceBytes.read(file);
            Path parent = file.toAbsolutePath().getParent();
            if (EventLog.recognises(source)) {
                if (parent != null && !parent.equals(eventsOf)) {
                    addEvents(folder, events, logs);
                    eventsOf = parent;
                }
                events.add(source);
            } else {
                read(source).ifPresent(logs::add);
            }
        }
        addEvents(folder, events, logs);
        return logs.stream()
                .filter(RunLog::tellsAnything)
                .max(Comparator.comparingLong(RunLog::count))
                .orElseThrow(() -> SourceException.in(
                        folder.toString(), "no training log in the folder", "one; docs/diagnosis.md lists formats"));
    }

    private static void addEvents(Path folder, List<SourceBytes> events, List<RunLog> logs) {
        if (!events.isEmpty()) {
            String name = events.size() == 1 ? events.get(0).name() : folder.toString();
            logs.add(EventLog.read(name, events));
            events.clear();
        }
    }

    /** A file beside the log may be anything, so what cannot be read is passed over. */
    private static Optional<RunLog> read(SourceBytes source) {
        try {
            return Optional.of(LogReader.of(source));
        } catch (SourceException e) {
            return Optional.empty();
        }
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
            List<Path> files = all.filter(Files::isRegularFile)
                    .filter(LogFolder::isSmallEnough)
                    .sorted()
                    .limit(MOST_FILES + 1L)
                    .toList();
            if (files.size() > MOST_FILES) {
                throw SourceException.in(
                        folder.toString(), "more than " + MOST_FILES + " files", "the folder of one run");
            }
            return files;
        } catch (IOException | java.io.UncheckedIOException e) {
            throw SourceException.in(
                    folder.toString(), "a folder that cannot be read (" + e.getMessage() + ")", "a readable one");
        }
    }

    /** Models lie beside logs; a file that would fill a sixteenth of the heap is taken for one. */
    private static boolean isSmallEnough(Path file) {
        try {
            return Files.size(file) <= Runtime.getRuntime().maxMemory() / 16;
        } catch (IOException e) {
            return false;
        }
    }
}
