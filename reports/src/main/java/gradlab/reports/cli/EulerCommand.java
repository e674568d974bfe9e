package gradlab.reports.cli;

import gradlab.analysis.accelerator.Accelerator;
import gradlab.analysis.backend.DenseBackend;
import gradlab.dynamics.euler.EulerResult;
import gradlab.dynamics.euler.EulerSurvey;
import gradlab.reports.document.EulerJson;
import gradlab.reports.document.EulerPictures;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at a residual network as a Forward Euler solver. */
@Command(
        name = "euler",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "A residual network as a Forward Euler solver: stability regions, the largest stable step and what to"
                        + " do, logarithmic norms, the order of convergence."
                        + " Exit status: 0, 2 unusable input, 3 not converged, with what was reached.")
final class EulerCommand implements Callable<Integer> {
    private static final int METHODS = 3;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1",
            paramLabel = "FILE",
            description =
                    "A model (ONNX), an experiment or a flow (YAML, or the name of a built-in flow), or a square matrix"
                            + " (npy, npz, safetensors, Matrix Market).")
    private String file = "";

    @Mixin
    private EulerOptions options = new EulerOptions();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Study the order with up to N steps a layer (default: 128).")
    private @Nullable Integer steps;

    @Option(
            names = "--time",
            paramLabel = "T",
            description =
                    "Study the order at this time (default: the stack's own, or less where its steps are too large).")
    private @Nullable Double time;

    @Option(
            names = "--depth",
            paramLabel = "L",
            description = "A single layer grows as this many copies of it (default: ${DEFAULT-VALUE}).")
    private int depth = 50;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        EulerSurvey survey = survey();
        EulerSource source = EulerSource.of(file, options);
        Optional<OutputFolder> folder = output.folder("euler", false);
        EulerResult result = result(survey, source);
        String document = EulerJson.text(source.file(), source.format(), result);
        PrintWriter writer = Session.writer(spec);
        writer.print(output.json() ? document : EulerTable.of(source.file(), source.format(), result));
        writer.flush();
        folder.ifPresent(f -> {
            EulerPictures.of(result).forEach(figure -> f.write(figure.id() + ".svg", figure.svg()));
            f.write("euler.json", document);
        });
        return result.stability().converged() ? ExitStatus.OK : ExitStatus.UNDECIDED;
    }

    private EulerResult result(EulerSurvey survey, EulerSource source) {
        try (TerminalProgress progress = new TerminalProgress()) {
            progress.stage("euler", "layers");
            int parts = source.stack().steps().size() + METHODS;
            return survey.of(source.stack(), source.isMatrix(), done -> progress.progress(done, parts));
        }
    }

    private EulerSurvey survey() {
        options.fault().ifPresent(this::refuse);
        requireRange("--steps", steps, 4, 1 << 20);
        requireRange("--depth", depth, 1, 100_000);
        if (time != null && !(time >= 1e-30 && time <= 1e30)) {
            refuse("--time: found " + time + ", expected a number from 1e-30 to 1e30");
        }
        EulerSurvey survey = EulerSurvey.withDefaults().with(backend(), options.seed(), depth);
        survey = steps == null ? survey : survey.withFinest(steps);
        return time == null ? survey : survey.withTime(time);
    }

    private void requireRange(String option, @Nullable Integer value, int least, int most) {
        if (value != null && (value < least || value > most)) {
            refuse(option + ": found " + value + ", expected a whole number from " + least + " to " + most);
        }
    }

    private void refuse(String message) {
        throw new ParameterException(Session.required(spec).commandLine(), message);
    }

    /** What the environment asks for; it may ask for what is not there. */
    private DenseBackend backend() {
        try {
            return Accelerator.chosen().backend();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ParameterException(Session.required(spec).commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
