package gradlab.reports.cli;

import gradlab.verification.trial.Family;
import gradlab.verification.trial.Figures;
import gradlab.verification.trial.Observation;
import gradlab.verification.trial.Part;
import gradlab.verification.trial.Recipe;
import gradlab.verification.trial.TrialRuns;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Makes the labelled runs that are not there yet, each on one thread, and counts what is said of them. */
final class DetectorMeasurement {
    private DetectorMeasurement() {}

    /** The figures of both parts, from every {@code sample}-th run of the family. */
    static List<Figures> of(OutputFolder folder, int sample) {
        List<Recipe> all = Family.shipped();
        List<Recipe> chosen = IntStream.range(0, all.size())
                .filter(i -> i % sample == 0)
                .mapToObj(all::get)
                .toList();
        TrialRuns runs = TrialRuns.in(folder.path().resolve("runs"));
        AtomicInteger done = new AtomicInteger();
        try (TerminalProgress progress = new TerminalProgress()) {
            progress.stage("labelled runs", "training and diagnosis");
            List<Observation> seen = chosen.stream()
                    .parallel()
                    .map(recipe -> {
                        Observation observation = Observation.of(runs.of(recipe));
                        synchronized (progress) {
                            progress.progress(done.incrementAndGet(), chosen.size());
                        }
                        return observation;
                    })
                    .toList();
            return Arrays.stream(Part.values()).map(part -> Figures.of(part, seen)).toList();
        }
    }
}
