package gradlab.reports.cli;

import gradlab.analysis.accelerator.Accelerator;
import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.survey.RecurrentSubject;
import gradlab.analysis.survey.RecurrentSurvey;
import gradlab.analysis.survey.StateSpace;
import gradlab.analysis.survey.StateSpaceFiles;
import gradlab.dynamics.feedback.FeedbackSurvey;
import gradlab.dynamics.system.Clock;
import gradlab.reports.document.FeedbackJson;
import gradlab.reports.document.FeedbackPictures;
import gradlab.reports.document.FeedbackView;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Looks at a matrix or a recurrent model as a feedback loop. */
@Command(
        name = "feedback",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "A matrix or a recurrent network as a feedback loop: stability, small gain, H-infinity norm, margins,"
                        + " transient growth, gradients through time. Exit status: 0, 2 unusable input, 3 not converged.")
final class FeedbackCommand implements Callable<Integer> {

    private static final int MOST_STEPS = 100_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1",
            paramLabel = "FILE",
            description =
                    "A square matrix, a system (tensors A, B, C, D) or the weights of a recurrent network (npy, npz,"
                            + " safetensors, Matrix Market),"
                            + " or a model with a recurrent operator (ONNX).")
    private Path file = Path.of("");

    @Option(
            names = "--tensor",
            paramLabel = "NAME",
            description = "Of a file with several tensors, this one; of a model, this node or its recurrent weights.")
    private @Nullable String tensor;

    @Option(names = "--continuous", description = "Take the matrix for the generator of x' = W x.")
    private boolean continuous;

    @Option(
            names = "--input-matrix",
            paramLabel = "B.npy",
            description = "The matrix is A of a system with these inputs, n x inputs (default: the identity).")
    private @Nullable Path inputMatrix;

    @Option(
            names = "--output-matrix",
            paramLabel = "C.npy",
            description = "... and these outputs, outputs x n (default: the identity).")
    private @Nullable Path outputMatrix;

    @Option(
            names = "--feedthrough",
            paramLabel = "D.npy",
            description = "... and this direct path, outputs x inputs (default: 0).")
    private @Nullable Path feedthrough;

    @Option(
            names = "--input",
            paramLabel = "X.npy",
            description = "Drive the cell with this recording, steps x inputs, and linearise along it.")
    private @Nullable Path input;

    @Option(
            names = "--set",
            paramLabel = "NAME=NUMBER",
            description = "Fills an input of a model with a number, such as a sampling rate.")
    private Map<String, Double> settings = new LinkedHashMap<>();

    @Option(
            names = "--horizon",
            paramLabel = "T",
            description =
                    "How many steps powers, gradients and the worst input are followed (default: ${DEFAULT-VALUE}).")
    private int horizon = 100;

    @Option(
            names = "--margin",
            paramLabel = "M",
            description = "The gain margin that advice aims at (default: ${DEFAULT-VALUE}).")
    private double margin = 2;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        require(horizon >= 1 && horizon <= MOST_STEPS, "--horizon: found " + horizon, "1 to " + MOST_STEPS);
        require(margin > 1 && margin < 1e6, "--margin: found " + margin, "a number above 1");
        Optional<StateSpace> system = StateSpaceFiles.of(
                file,
                Optional.ofNullable(tensor),
                Optional.ofNullable(inputMatrix),
                Optional.ofNullable(outputMatrix),
                Optional.ofNullable(feedthrough));
        RecurrentSubject subject = system.map(this::subject)
                .orElseGet(() ->
                        RecurrentSurvey.of(file, Optional.ofNullable(tensor), settings, Optional.ofNullable(input)));
        Optional<OutputFolder> folder = output.folder("feedback", false);
        FeedbackView view = view(subject, system);
        String document = FeedbackJson.text(view);
        PrintWriter writer = Session.writer(spec);
        writer.print(output.json() ? document : FeedbackTable.of(view));
        writer.flush();
        folder.ifPresent(to -> {
            FeedbackPictures.of(view).forEach(figure -> to.write(figure.id() + ".svg", figure.svg()));
            to.write("feedback.json", document);
        });
        return view.notConverged().isEmpty() ? ExitStatus.OK : ExitStatus.UNDECIDED;
    }

    private FeedbackView view(RecurrentSubject subject, Optional<StateSpace> system) {
        Clock clock = continuous ? Clock.TIME : Clock.STEP;
        try (TerminalProgress progress = new TerminalProgress()) {
            progress.stage("feedback", "parts");
            return new FeedbackRun(
                            subject,
                            system,
                            clock,
                            horizon,
                            margin,
                            backend(),
                            done -> progress.progress(done, FeedbackSurvey.PARTS))
                    .view();
        }
    }

    private RecurrentSubject subject(StateSpace system) {
        require(input == null, "--input beside a system of A, B and C", "a recurrent cell for --input");
        require(settings.isEmpty(), "--set beside a system of A, B and C", "a model for --set");
        int inputs = system.b().columns();
        int outputs = system.c().rows();
        String of = "the system of A, B, C and D with " + inputs + (inputs == 1 ? " input and " : " inputs and ")
                + outputs + (outputs == 1 ? " output" : " outputs");
        return new RecurrentSubject(
                system.file(),
                system.format(),
                of,
                Optional.of(system.a()),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    private void require(boolean holds, String found, String expected) {
        if (!holds) {
            throw new ParameterException(Session.required(spec).commandLine(), found + ", expected " + expected);
        }
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
