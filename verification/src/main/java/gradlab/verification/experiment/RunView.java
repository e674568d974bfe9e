package gradlab.verification.experiment;

import gradlab.analysis.expression.RecordedRun;
import gradlab.dynamics.training.RunRecord;
import gradlab.dynamics.training.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A run's record as claims read it. */
record RunView(RunRecord run) implements RecordedRun {

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

    private Optional<Series> found(String name) {
        return Optional.ofNullable(run.series().get(name));
    }
}
