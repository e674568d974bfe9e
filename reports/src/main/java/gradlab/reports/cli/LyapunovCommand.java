package gradlab.reports.cli;

import gradlab.analysis.accelerator.Accelerator;
import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.survey.LayerChain;
import gradlab.dynamics.lyapunov.CovariantSurvey;
import gradlab.dynamics.lyapunov.DepthExponents;
import gradlab.dynamics.lyapunov.LyapunovResult;
import gradlab.dynamics.lyapunov.LyapunovSpectrum;
import gradlab.dynamics.lyapunov.SeriesExponent;
import gradlab.dynamics.lyapunov.SeriesFile;
import gradlab.dynamics.system.DynamicalSystem;
import gradlab.dynamics.system.SystemSource;
import gradlab.reports.document.LyapunovJson;
import gradlab.reports.document.LyapunovPictures;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lyapunov exponents of a system. */
@Command(
        name = "lyapunov",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lyapunov exponents with confidence intervals. Exit status: 0, 2 unusable input or an orbit that"
                + " leaves the numbers, 3 not converged, with what was reached.")
final class LyapunovCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "1",
            paramLabel = "SYSTEM",
            description = "A built-in system, a file of formulas or a network, with parameters behind a colon, as in"
                    + " 'gradlab system show'; with --series, a recording.")
    private String system = "";

    @Option(
            names = "--input",
            paramLabel = "X.npy",
            description = "What a network is fed, T x d numbers: T steps of a recurrent one, T inputs of another.")
    private @Nullable Path input;

    @Option(names = "--exponents", paramLabel = "K", description = "Only the K largest (default: all).")
    private @Nullable Integer exponents;

    @Option(
            names = "--accuracy",
            paramLabel = "A",
            description = "Measure until each interval of 95 %% is at most this to both sides (default: 0.002).")
    private @Nullable Double accuracy;

    @Option(names = "--steps", paramLabel = "N", description = "Measure so many steps instead.")
    private @Nullable Long steps;

    @Option(names = "--transient", paramLabel = "N", description = "Leave out so many steps first (default: 2000).")
    private @Nullable Long before;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of the tangent vectors and, unless 0, of a start moved by 1e-4 (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--covariant", description = "Angles between covariant directions too.")
    private boolean covariant;

    @Option(names = "--series", description = "SYSTEM is a recorded series (npy or csv): its largest exponent.")
    private boolean series;

    @Option(names = "--column", paramLabel = "N", description = "Of a series, this column (default: ${DEFAULT-VALUE}).")
    private int column = 1;

    @Option(
            names = "--sampling",
            paramLabel = "T",
            description = "Of a series, the time between two samples; exponents are then per unit of time.")
    private @Nullable Double sampling;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        if (series) {
            refuseCovariant("a recording");
            return ofSeries();
        }
        if (accuracy != null && steps != null) {
            throw unusable("--steps beside --accuracy", "one of them");
        }
        Optional<List<Supplier<LayerChain>>> layers = DepthSource.of(system, Optional.ofNullable(input), seed);
        if (layers.isPresent()) {
            return byDepth(layers.get());
        }
        DynamicalSystem found = SystemSource.of(system, Optional.ofNullable(input));
        if (exponents != null && exponents > found.dimension()) {
            throw unusable("--exponents " + exponents, "at most the dimension of the system, " + found.dimension());
        }
        LyapunovSpectrum spectrum = spectrum();
        Optional<OutputFolder> folder = output.folder("lyapunov", false);
        LyapunovResult result;
        Optional<CovariantSurvey> angles = Optional.empty();
        try (TerminalProgress progress = new TerminalProgress()) {
            progress.stage("lyapunov", found.name());
            result = spectrum.withProgress((done, most, half) -> progress.progress(done, most))
                    .of(found);
            if (covariant) {
                progress.stage("covariant", found.name());
                angles = Optional.of(CovariantSurvey.of(found, result, seed));
            }
        }
        show(result, angles, folder);
        folder.ifPresent(into ->
                into.write("attractor.svg", LyapunovPictures.attractor(found).svg()));
        return result.converged() ? ExitStatus.OK : ExitStatus.UNDECIDED;
    }

    private int byDepth(List<Supplier<LayerChain>> layers) {
        refuseCovariant("a network that ends");
        DepthExponents exponent = depthExponents();
        Optional<OutputFolder> folder = output.folder("lyapunov", false);
        LyapunovResult result;
        try (TerminalProgress progress = new TerminalProgress()) {
            progress.stage("lyapunov", system);
            result = exponent.withRunning(folder.isPresent())
                    .withProgress(progress::progress)
                    .of(system, layers);
        }
        show(result, Optional.empty(), folder);
        return result.converged() ? ExitStatus.OK : ExitStatus.UNDECIDED;
    }

    private DepthExponents depthExponents() {
        try {
            DepthExponents depth = DepthExponents.withDefaults();
            depth = exponents == null ? depth : depth.withExponents(exponents);
            depth = accuracy == null ? depth : depth.withAccuracy(accuracy);
            depth = steps == null ? depth : depth.withLayers(Math.toIntExact(steps));
            return before == null ? depth : depth.withTransient(Math.toIntExact(before));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new ParameterException(Session.required(spec).commandLine(), "--" + e.getMessage(), e);
        }
    }

    private int ofSeries() {
        if (column < 1) {
            throw unusable("--column " + column, "a number from 1 on");
        }
        SeriesExponent exponent = SeriesExponent.withDefaults();
        try {
            exponent = sampling == null ? exponent : exponent.withSampling(sampling);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Session.required(spec).commandLine(), "--" + e.getMessage(), e);
        }
        LyapunovResult result = exponent.of(system, SeriesFile.read(Path.of(system), column));
        show(result, Optional.empty(), output.folder("lyapunov", false));
        return result.converged() ? ExitStatus.OK : ExitStatus.UNDECIDED;
    }

    private void show(LyapunovResult result, Optional<CovariantSurvey> angles, Optional<OutputFolder> folder) {
        String document = LyapunovJson.text(result, angles);
        Session.writer(spec).print(output.json() ? document : LyapunovTable.of(result, angles));
        Session.writer(spec).flush();
        if (folder.isPresent()) {
            OutputFolder into = folder.get();
            LyapunovPictures.of(result).forEach(figure -> into.write(figure.id() + ".svg", figure.svg()));
            angles.flatMap(CovariantSurvey::angles)
                    .flatMap(LyapunovPictures::angles)
                    .ifPresent(figure -> into.write(figure.id() + ".svg", figure.svg()));
            into.write("lyapunov.json", document);
        }
    }

    private void refuseCovariant(String of) {
        if (covariant) {
            throw unusable("--covariant beside " + of, "a system that goes on");
        }
    }

    private LyapunovSpectrum spectrum() {
        try {
            LyapunovSpectrum spectrum =
                    LyapunovSpectrum.withDefaults().withSeed(seed).withBackend(backend());
            spectrum = exponents == null ? spectrum : spectrum.withExponents(exponents);
            spectrum = accuracy == null ? spectrum : spectrum.withAccuracy(accuracy);
            spectrum = steps == null ? spectrum : spectrum.withSteps(steps);
            return before == null ? spectrum : spectrum.withTransient(before);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Session.required(spec).commandLine(), "--" + e.getMessage(), e);
        }
    }

    private DenseBackend backend() {
        try {
            return Accelerator.chosen().backend();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ParameterException(Session.required(spec).commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private ParameterException unusable(String found, String expected) {
        return new ParameterException(
                Session.required(spec).commandLine(), "found " + found + ", expected " + expected);
    }
}
