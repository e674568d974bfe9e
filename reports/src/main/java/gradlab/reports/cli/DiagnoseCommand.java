package gradlab.reports.cli;

import gradlab.dynamics.diagnosis.Diagnosis;
import gradlab.dynamics.diagnosis.RunLog;
import gradlab.reports.document.DetectorsJson;
import gradlab.reports.document.DiagnosisJson;
import gradlab.reports.document.DiagnosisPictures;
import gradlab.verification.labelled.Figures;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
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

/** Says what is wrong with a training run. */
@Command(
        name = "diagnose",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "What is wrong with a training run, from its log, against the theory's thresholds."
                + " Exit status: 0 healthy, 1 a harmful finding, 2 unusable input.")
final class DiagnoseCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "PATH",
            description =
                    "A run folder, trainer_state.json, TensorBoard event file, JSON lines or CSV, or a folder with one.")
    private @Nullable Path path;

    @Option(
            names = "--measure",
            description =
                    "In place of PATH: make the labelled runs and count how often the diagnosis is right (docs/diagnosis.md;"
                            + " some minutes; exit status 0).")
    private boolean measure;

    @Option(names = "--resume", description = "With --measure: go on with the runs in the folder of --out.")
    private boolean resume;

    @Option(
            names = "--sample",
            paramLabel = "K",
            description =
                    "With --measure: every K-th run of the family alone, for a quick look (default: ${DEFAULT-VALUE}).")
    private int sample = 1;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        if (measure == (path != null)) {
            throw unusable(
                    "found " + (measure ? "PATH and --measure" : "no PATH") + ", expected either PATH or --measure");
        }
        if (sample < 1 || (resume && !output.isNamed())) {
            throw unusable(
                    sample < 1
                            ? "--sample: found " + sample + ", expected at least 1"
                            : "--resume: found no --out, expected the folder of the runs");
        }
        return path == null ? measured() : diagnosed(path);
    }

    private ParameterException unusable(String message) {
        return new ParameterException(Session.required(spec).commandLine(), message);
    }

    private int measured() {
        OutputFolder folder = resume ? output.resumed("diagnose") : output.folder("diagnose");
        List<Figures> figures = DetectorMeasurement.of(folder, sample);
        String document = DetectorsJson.text(figures, sample);
        folder.write("detectors.json", document);
        PrintWriter writer = Session.writer(spec);
        writer.print(output.json() ? document : DetectorsTable.of(figures, folder));
        writer.flush();
        return ExitStatus.OK;
    }

    private int diagnosed(Path log) {
        Diagnosis diagnosis = Diagnosis.of(RunLog.read(log));
        Optional<OutputFolder> folder = output.folder("diagnose", false);
        String document = DiagnosisJson.text(diagnosis);
        folder.ifPresent(f -> {
            DiagnosisPictures.of(diagnosis).forEach(figure -> f.write(figure.id() + ".svg", figure.svg()));
            f.write("diagnosis.json", document);
        });
        PrintWriter writer = Session.writer(spec);
        writer.print(output.json() ? document : DiagnosisTable.of(diagnosis));
        writer.flush();
        return diagnosis.isHealthy() ? ExitStatus.OK : ExitStatus.HARMED;
    }
}
