package gradlab.dynamics.diagnosis;

import gradlab.analysis.random.RandomStream;
import gradlab.analysis.source.SourceBytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Logs made up for tests. */
final class Logs {
    private final List<LogSeries> series = new ArrayList<>();
    private final int size;

    private Logs(int size) {
        this.size = size;
    }

    static Logs of(int size) {
        return new Logs(size);
    }

    /** Adds a series of a value for each step. */
    Logs with(String name, IntToDoubleFunction value) {
        series.add(LogSeries.of(
                name,
                IntStream.range(0, size).mapToLong(i -> i).toArray(),
                IntStream.range(0, size).mapToDouble(value).toArray()));
        return this;
    }

    RunLog log() {
        return new RunLog("made up", "test", series, Optional.empty(), List.of());
    }

    List<Finding> findings() {
        return Diagnosis.of(log()).findings();
    }

    /** The surest finding of a kind. */
    Optional<Finding> finding(FindingKind kind) {
        return findings().stream().filter(f -> f.kind() == kind).findFirst();
    }

    boolean isHealthy() {
        return Diagnosis.of(log()).isHealthy();
    }

    /** Standard normal numbers. */
    static double[] noise(int size, String name) {
        return RandomStream.of(7, name).gaussians(size);
    }

    static RunLog read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static RunLog read(byte[] bytes) {
        return LogReader.of(SourceBytes.of("f", bytes));
    }

    static LogSeries series(RunLog log, String name) {
        return log.series().stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in "
                        + log.series().stream().map(LogSeries::name).toList()));
    }

    static long[] steps(LogSeries series) {
        return IntStream.range(0, series.size()).mapToLong(series::step).toArray();
    }
}
