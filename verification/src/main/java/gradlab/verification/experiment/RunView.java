package gradlab.verification.experiment;

import gradlab.analysis.expression.RecordedRun;
import gradlab.dynamics.diagnosis.Diagnosis;
import gradlab.dynamics.diagnosis.FindingKind;
import gradlab.dynamics.diagnosis.RecordedLog;
import gradlab.dynamics.training.RunRecord;
import gradlab.dynamics.training.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.ObjDoubleConsumer;

/**
 * A run's record as claims read it.
 *
 * @param run the record
 * @param listener hears of every number that is read
 */
record RunView(RunRecord run, ObjDoubleConsumer<String> listener) implements RecordedRun {

    @Override
    public Optional<List<Double>> series(String name) {
        return found(name)
                .map(series -> Arrays.stream(series.values().toArray()).boxed().toList());
    }

    @Override
    public OptionalDouble at(String name, int step) {
        return found(name).map(series -> series.at(step)).orElse(OptionalDouble.empty());
    }

    @Override
    public List<String> seriesNames() {
        return List.copyOf(run.series().keySet());
    }

    @Override
    public OptionalInt firstNonFinite() {
        return run.firstNonFinite();
    }

    @Override
    public double accuracy() {
        return run.testAccuracy();
    }

    @Override
    public double testLoss() {
        return run.testLoss();
    }

    @Override
    public int steps() {
        return run.steps();
    }

    @Override
    public Optional<Boolean> diagnosed(String kind) {
        return FindingKind.of(kind)
                .map(asked -> Diagnosis.of(RecordedLog.of(run)).findings().stream()
                        .anyMatch(finding -> finding.kind() == asked && finding.isHarmful()));
    }

    @Override
    public void hear(String quantity, double value) {
        listener.accept(quantity, value);
    }

    private Optional<Series> found(String name) {
        return Optional.ofNullable(run.series().get(name));
    }
}
