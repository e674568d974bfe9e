package gradlab.reports.cli;

import gradlab.dynamics.diagnosis.Diagnosis;
import gradlab.dynamics.diagnosis.RunLog;
import gradlab.reports.document.DiagnosisJson;
import gradlab.reports.document.DiagnosisPictures;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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
            arity = "1",
            paramLabel = "PATH",
            description =
                    "A run folder, trainer_state.json, TensorBoard event file, JSON lines or CSV, or a folder with one.")
    private Path path = Path.of("");

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        Diagnosis diagnosis = Diagnosis.of(RunLog.read(path));
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
