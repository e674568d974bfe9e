package gradlab.dynamics.diagnosis;

import gradlab.dynamics.training.RunRecord;
import gradlab.dynamics.training.Series;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A run of ours as a log, without a detour through files. */
public final class RecordedLog {
    private RecordedLog() {}

    /** What was recorded; all of it finite, since the number that ended a run is not recorded. */
    public static RunLog of(RunRecord run) {
        List<LogSeries> series = run.series().entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue()))
                .toList();
        return new RunLog(run.name(), "record", series, Optional.empty(), List.of());
    }

    private static LogSeries of(String name, Series series) {
        return LogSeries.of(
                name,
                IntStream.range(0, series.size()).mapToLong(series::step).toArray(),
                series.values().toArray());
    }
}
