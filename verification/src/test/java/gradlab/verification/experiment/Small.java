package gradlab.verification.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Experiments of milliseconds, as files of a folder. */
public final class Small {

    /** Eight units learn from forty digits for a few steps; its short version makes two. */
    public static final String LEARNS = """
            data: {set: digits, train: 40, scaling: unit}
            network: [{dense: 8, activation: relu}, {dense: 10}]
            initialisation: {scheme: he}
            loss: softmax_cross_entropy
            optimiser: {sgd: {rate: 0.1}}
            batch: 10
            steps: 6
            record: {every: 2}
            quick: [steps=2]
            """;

    private Small() {}

    /** Writes {@code small.yaml} into a folder, and gives the folder. */
    public static Path in(Path folder) {
        return in(folder, "small", LEARNS);
    }

    /** Writes an experiment into a folder, and gives the folder. */
    public static Path in(Path folder, String name, String text) {
        try {
            Files.writeString(folder.resolve(name + ".yaml"), text);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The runs of a folder's experiments, made in silence. */
    public static ExperimentRuns runs(Path folder) {
        return new ExperimentRuns((step, steps, loss) -> {}).withFolder(folder);
    }
}
