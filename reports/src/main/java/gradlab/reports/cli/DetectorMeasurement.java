package gradlab.reports.cli;

import gradlab.verification.labelled.Family;
import gradlab.verification.labelled.Figures;
import gradlab.verification.labelled.LabelledRuns;
import gradlab.verification.labelled.Observation;
import gradlab.verification.labelled.Part;
import gradlab.verification.labelled.Recipe;
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
        LabelledRuns runs = LabelledRuns.in(folder.path().resolve("runs"));
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
            return Arrays.stream(Part.values())
                    .map(part -> Figures.of(part, seen))
                    .toList();
        }
    }
}
