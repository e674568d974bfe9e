package gradlab.verification.labelled;

import gradlab.analysis.source.SafeWrite;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.dynamics.archive.RunFiles;
import gradlab.dynamics.archive.RunLines;
import gradlab.dynamics.diagnosis.RunLog;
import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.RunRecord;
import gradlab.dynamics.training.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Makes the runs of a family, each in a folder of its own that {@code gradlab diagnose} reads as a run folder, and keeps them: a
 * folder that holds the end of the same run is not made again. A run takes one thread and fixed-order kernels, so its files
 * have the same bytes whenever and wherever it is made.
 */
public final class LabelledRuns {
    private static final int LARGEST_SUMMARY = 1 << 16;

    private final Path folder;

    private LabelledRuns(Path folder) {
        this.folder = folder;
    }

    /** Runs kept in a folder that is there. */
    public static LabelledRuns in(Path folder) {
        return new LabelledRuns(folder);
    }

    /**
     * A run, its log read back by the reader of run folders.
     *
     * @param recipe how it was made
     * @param log what it left
     * @param ending how it ended
     */
    public record Made(Recipe recipe, RunLog log, Ending ending) {}

    /**
     * The run of a recipe, made now if it was not kept.
     *
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public Made of(Recipe recipe) {
        Path run = folder.resolve(recipe.name());
        Path end = run.resolve(RunFiles.SUMMARY);
        if (!Files.isRegularFile(end) || !kept(end).identity().equals(recipe.identity())) {
            make(recipe, run, end);
        }
        return new Made(recipe, RunLog.read(run), kept(end).ending());
    }

    private static EndingText kept(Path end) {
        return EndingText.read(SourceText.read(end, LARGEST_SUMMARY));
    }

    private static void make(Recipe recipe, Path run, Path end) {
        Experiment experiment = recipe.experiment();
        RunRecord record = TrainingRun.withDefaults().of(experiment, recipe.seed());
        try {
            Files.createDirectories(run);
        } catch (IOException e) {
            throw SourceException.in(
                    run.toString(), "a folder that cannot be made (" + e.getMessage() + ")", "a writable folder");
        }
        SafeWrite.text(run.resolve(RunFiles.LINES), RunLines.of(record.series()));
        Ending ending = Ending.of(experiment, recipe.seed(), record);
        SafeWrite.text(end, new EndingText(recipe.identity(), ending, record.nonFinite()).text());
    }
}
