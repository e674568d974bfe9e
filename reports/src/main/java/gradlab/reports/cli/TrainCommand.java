package gradlab.reports.cli;

import gradlab.analysis.accelerator.Accelerator;
import gradlab.analysis.backend.BatchKernels;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.analysis.source.YamlText;
import gradlab.dynamics.archive.RunArchive;
import gradlab.dynamics.archive.RunFiles;
import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.Overrides;
import gradlab.dynamics.training.RunRecord;
import gradlab.dynamics.training.TrainingRun;
import gradlab.reports.document.ClosedLoopPictures;
import gradlab.reports.document.RunJson;
import gradlab.reports.document.RunPictures;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a network as a file says, and keeps the run. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Trains a network as a file says, and keeps records, checkpoints and figures in a folder."
                + " Exit status: 0 finished, 2 unusable input, 3 ended early by a number that was not finite,"
                + " 130 interrupted.")
final class TrainCommand implements Callable<Integer> {
    private static final int LARGEST_FILE = 1 << 20;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE.yaml", description = "What to train and how (docs/training.md).")
    private Path file = Path.of("");

    @Parameters(
            index = "1..*",
            paramLabel = "key=value",
            description = "Changes: optimiser.rate=0.1, +key=value for a new key, ~key to take one away.")
    private List<String> changes = List.of();

    @Option(names = "--json", description = "Print JSON to standard output, and nothing else.")
    private boolean json;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The folder of the run (default: gradlab-out/train-<time>).")
    private @Nullable Path out;

    @Option(names = "--force", description = "Write into a folder that is not empty.")
    private boolean force;

    @Option(names = "--resume", description = "Go on with the run in the folder of --out.")
    private boolean resume;

    @Override
    public Integer call() {
        Instant started = Instant.now();
        if (resume && out == null) {
            throw new ParameterException(
                    Session.required(spec).commandLine(), "--resume: found no --out, expected the folder of a run");
        }
        SourceText text = SourceText.read(file, LARGEST_FILE);
        Overrides.Resolved resolved = Overrides.read(text, changes);
        Experiment experiment = resolved.experiment();
        BatchKernels kernels = kernels(experiment);
        OutputFolder folder = OutputFolder.prepare(out, "train", force || resume);
        String configuration = YamlText.of(resolved.root());
        RunRecord run = execute(experiment, kernels, folder, configuration);
        String document = RunJson.text(experiment, run, kernels.label());
        RunPictures.of(experiment, run).forEach(figure -> folder.write(figure.id() + ".svg", figure.svg()));
        ClosedLoopPictures.of(experiment, run, RunArchive.parameters(folder.path()))
                .forEach(figure -> folder.write(figure.id() + ".svg", figure.svg()));
        RunOutput.provenance(folder, Session.required(spec), experiment.seed(), started, text);
        folder.write(RunFiles.SUMMARY, document);
        PrintWriter writer = Session.writer(spec);
        writer.print(json ? document : told(experiment, run, folder));
        writer.flush();
        return run.nonFinite().isEmpty() ? ExitStatus.OK : ExitStatus.UNDECIDED;
    }

    private RunRecord execute(Experiment experiment, BatchKernels kernels, OutputFolder folder, String configuration) {
        try (RunArchive archive = resume
                        ? RunArchive.resume(folder.path(), configuration, experiment.checkpoint())
                        : RunArchive.create(folder.path(), configuration, experiment.checkpoint());
                TerminalProgress progress = new TerminalProgress()) {
            progress.stage(experiment.name(), "training");
            TrainingRun run = TrainingRun.withDefaults()
                    .withKernels(kernels)
                    .withKeeper(archive)
                    .withProgress((step, steps, loss) -> progress.progress(step + 1L, steps));
            Interruption interruption = Interruption.of(
                    archive::stop,
                    Session.required(spec).commandLine().getErr(),
                    "gradlab: interrupted; the state is saved, go on with --resume --out " + folder.path());
            try {
                return run.of(experiment, experiment.seed());
            } finally {
                interruption.passed();
            }
        }
    }

    private BatchKernels kernels(Experiment experiment) {
        if (!experiment.nativeKernels()) {
            return BatchKernels.fixedOrder();
        }
        try {
            return Accelerator.nativeBatches();
        } catch (IllegalStateException e) {
            throw SourceException.in(
                    file.toString(), "backend: native (" + e.getMessage() + ")", "backend: fixed on this machine");
        }
    }

    private static String told(Experiment experiment, RunRecord run, OutputFolder folder) {
        StringBuilder text = new StringBuilder();
        text.append(run.name()).append(", seed ").append(run.seed()).append(": ");
        text.append(run.nonFinite()
                .map(where -> "ended at step " + where.step() + " of " + experiment.steps() + ": " + where.where()
                        + " was not finite")
                .orElse(run.steps() + " steps"));
        run.series()
                .getOrDefault("loss", gradlab.dynamics.training.Series.of(new int[0], new double[0]))
                .last()
                .ifPresent(loss -> text.append(String.format(Locale.ROOT, ", last loss %.6g", loss)));
        text.append(
                experiment.data().classes() > 0
                        ? String.format(Locale.ROOT, ", test accuracy %.4f", run.testAccuracy())
                        : String.format(Locale.ROOT, ", test loss %.6g", run.testLoss()));
        return text.append("; folder: ").append(folder.path()).append('\n').toString();
    }
}
