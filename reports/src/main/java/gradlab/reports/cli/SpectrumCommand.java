package gradlab.reports.cli;

import gradlab.analysis.accelerator.Accelerator;
import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.survey.LayerRow;
import gradlab.analysis.survey.Spectrum;
import gradlab.analysis.survey.SpectrumSurvey;
import gradlab.analysis.survey.Subject;
import gradlab.reports.document.LayerView;
import gradlab.reports.document.SpectrumJson;
import gradlab.reports.document.SpectrumPictures;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Surveys the spectrum of a matrix, or of the Jacobian of a model. */
@Command(
        name = "spectrum",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Singular values, norm and condition of a matrix, or of the Jacobian of a model at an input."
                + " Exit status: 0, 2 unusable input, 3 not converged, with what was reached.")
final class SpectrumCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private SubjectOptions options = new SubjectOptions();

    @Option(names = "-k", paramLabel = "K", description = "Only the K largest singular values.")
    private @Nullable Integer largest;

    @Option(names = "--certified", description = "Proved bounds of the singular values too.")
    private boolean certified;

    @Option(names = "--layers", description = "One row a layer: shapes, norms of weights, Jacobian and gradient.")
    private boolean layers;

    @Option(names = "--figures", description = "Draw figures into the output folder, as SVG.")
    private boolean figures;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        try (TerminalProgress progress = new TerminalProgress()) {
            return call(progress);
        }
    }

    private int call(TerminalProgress progress) {
        SpectrumSurvey survey = survey().withProgress(progress::stageAt);
        Subject subject = options.subject();
        Optional<OutputFolder> folder = output.folder("spectrum", figures);
        Spectrum spectrum = survey.of(subject.operator(), subject.enclosure());
        Optional<LayerView> view = layers
                ? Optional.of(new LayerView(
                        subject.layers().apply(progress::stageAt),
                        subject.lipschitz().get()))
                : Optional.empty();
        progress.close();
        String document = SpectrumJson.text(subject, spectrum, view);
        PrintWriter writer = Session.writer(spec);
        writer.print(output.json() ? document : SpectrumTable.of(subject, spectrum, view));
        writer.flush();
        if (folder.isPresent()) {
            draw(folder.get(), subject, spectrum, view, progress);
            folder.get().write("spectrum.json", document);
        }
        return spectrum.advice().isEmpty() ? ExitStatus.OK : ExitStatus.UNDECIDED;
    }

    private void draw(
            OutputFolder folder,
            Subject subject,
            Spectrum spectrum,
            Optional<LayerView> view,
            TerminalProgress progress) {
        if (figures) {
            List<LayerRow> rows =
                    view.map(LayerView::rows).orElseGet(() -> subject.layers().apply(progress::stageAt));
            progress.stageAt("figures", 0, -1);
            SpectrumPictures.of(subject, spectrum, rows)
                    .forEach(figure -> folder.write(figure.id() + ".svg", figure.svg()));
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

    private SpectrumSurvey survey() {
        SpectrumSurvey survey =
                SpectrumSurvey.withDefaults().withSeed(options.seed()).withBackend(backend());
        if (largest != null && largest < 1) {
            throw new ParameterException(
                    Session.required(spec).commandLine(), "-k: found " + largest + ", expected at least 1");
        }
        survey = largest == null ? survey : survey.withLargest(largest);
        return certified ? survey.withCertificate() : survey;
    }
}
