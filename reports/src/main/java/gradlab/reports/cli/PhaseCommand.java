package gradlab.reports.cli;

import gradlab.analysis.accelerator.Accelerator;
import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.source.SourceException;
import gradlab.dynamics.signal.Architecture;
import gradlab.dynamics.signal.Architecture.Normalisation;
import gradlab.dynamics.signal.Nonlinearities;
import gradlab.dynamics.signal.Nonlinearity;
import gradlab.dynamics.signal.PhaseBoundary;
import gradlab.dynamics.signal.PhaseDiagram;
import gradlab.dynamics.signal.PhaseStudy;
import gradlab.dynamics.signal.SingularValueDensity;
import gradlab.dynamics.signal.Variances;
import gradlab.dynamics.signal.WeightLaw;
import gradlab.reports.document.PhaseJson;
import gradlab.reports.document.PhasePictures;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says how signals and gradients spread in random networks. */
@Command(
        name = "phase",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "How far signals and gradients reach in random networks: without variances the boundary of order and"
                        + " chaos, with them fixed points, depth scales, a verdict, and real networks beside the theory."
                        + " Exit status: 0, 2 unusable input, 3 a density was not found in full.")
final class PhaseCommand implements Callable<Integer> {
    private static final double MOST_BIAS = 1;
    private static final int POINTS = 41;
    private static final int BATCH = 64;
    private static final int PAIR = 2;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--activation",
            paramLabel = "NAME",
            description =
                    "linear, relu, leaky_relu or leaky_relu(SLOPE), tanh, sigmoid, erf, softplus, elu, selu, gelu,"
                            + " gelu_tanh, silu, hard_swish, mish (default: ${DEFAULT-VALUE}).")
    private String activation = "tanh";

    @Option(
            names = "--weight-variance",
            paramLabel = "V",
            description = "sigma_w^2: weights have variance V/n (default, if anything else is said: the critical one).")
    private @Nullable Double weightVariance;

    @Option(names = "--bias-variance", paramLabel = "V", description = "sigma_b^2 (default: 0).")
    private @Nullable Double biasVariance;

    @Option(
            names = "--dropout",
            paramLabel = "P",
            description = "The probability that an activation is dropped; the others are divided by rho = 1 - P.")
    private @Nullable Double dropout;

    @Option(names = "--depth", paramLabel = "L", description = "Layers behind the first (default: ${DEFAULT-VALUE}).")
    private int depth = 30;

    @Option(names = "--width", paramLabel = "N", description = "Of the real networks (default: ${DEFAULT-VALUE}).")
    private int width = 200;

    @Option(names = "--networks", paramLabel = "M", description = "How many real networks (default: ${DEFAULT-VALUE}).")
    private int networks = 20;

    @Option(names = "--normalisation", paramLabel = "none|layer|batch", description = "Before the activation function.")
    private @Nullable Normalisation normalisation;

    @Option(names = "--residual", paramLabel = "ALPHA", description = "x + ALPHA f(x) in place of f(x).")
    private @Nullable Double residual;

    @Option(names = "--weights", paramLabel = "gaussian|orthogonal", description = "Default: ${DEFAULT-VALUE}.")
    private WeightLaw weights = WeightLaw.GAUSSIAN;

    @Option(
            names = "--correlation",
            paramLabel = "C",
            description = "Of the inputs of the real networks (default: ${DEFAULT-VALUE}).")
    private double correlation = 0.5;

    @Option(names = "--seed", paramLabel = "N", description = "Of the real networks (default: ${DEFAULT-VALUE}).")
    private long seed = 0;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Override
    public Integer call() {
        Nonlinearity phi = Nonlinearities.of(activation);
        boolean atPoint = weightVariance != null
                || biasVariance != null
                || normalisation != null
                || residual != null
                || dropout != null;
        Optional<PhaseStudy> study = atPoint ? Optional.of(study(phi)) : Optional.empty();
        Optional<OutputFolder> folder = output.folder("phase", false);
        try (TerminalProgress progress = new TerminalProgress()) {
            progress.line("drawing random networks, working out the phases");
            Optional<PhaseStudy.Result> result = study.map(s -> s.run(backend()));
            Optional<PhaseDiagram> diagram = !atPoint || (folder.isPresent() && share() == 0)
                    ? Optional.of(PhaseDiagram.of(phi, mostBias(), POINTS))
                    : Optional.empty();
            String document = PhaseJson.text(phi.name(), diagram, result);
            PrintWriter writer = Session.writer(spec);
            writer.print(output.json() ? document : table(diagram, result));
            writer.flush();
            folder.ifPresent(f -> write(f, document, diagram, result));
            return result.map(PhaseCommand::status).orElse(ExitStatus.OK);
        }
    }

    private double share() {
        return dropout == null ? 0 : dropout;
    }

    private double mostBias() {
        return Math.max(MOST_BIAS, biasVariance == null ? 0 : Math.min(1e6, 2 * biasVariance));
    }

    private static int status(PhaseStudy.Result result) {
        boolean incomplete = result.spectrum()
                .filter(s -> s.theory().outcome() == SingularValueDensity.Outcome.INCOMPLETE)
                .isPresent();
        return incomplete ? ExitStatus.UNDECIDED : ExitStatus.OK;
    }

    private static String table(Optional<PhaseDiagram> diagram, Optional<PhaseStudy.Result> result) {
        return result.map(PhaseTable::of)
                .orElseGet(() -> diagram.map(PhaseTable::of).orElse(""));
    }

    private static void write(
            OutputFolder folder, String document, Optional<PhaseDiagram> diagram, Optional<PhaseStudy.Result> result) {
        folder.write("phase.json", document);
        diagram.ifPresent(d ->
                folder.write("phase-diagram.svg", PhasePictures.of(d, result).svg()));
        result.ifPresent(r -> PhasePictures.of(r).forEach(figure -> folder.write(figure.id() + ".svg", figure.svg())));
    }

    /** What is asked, refused in one line if it cannot be. */
    private PhaseStudy study(Nonlinearity phi) {
        try {
            double bias =
                    biasVariance == null ? 0 : Variances.of(0, biasVariance).bias();
            double weight = weightVariance != null
                    ? weightVariance
                    : (1 - share())
                            * PhaseBoundary.of(phi).at(bias).weightVariance().value();
            Architecture architecture = new Architecture(
                    normalisation == null ? Normalisation.NONE : normalisation,
                    residual == null ? OptionalDouble.empty() : OptionalDouble.of(residual));
            int batch = normalisation == Normalisation.BATCH ? BATCH : PAIR;
            return new PhaseStudy(
                    phi,
                    Variances.of(weight, bias).withDropout(share()),
                    architecture,
                    weights,
                    depth,
                    width,
                    networks,
                    batch,
                    correlation,
                    seed);
        } catch (SourceException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(Session.required(spec).commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private DenseBackend backend() {
        try {
            return Accelerator.chosen().backend();
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new ParameterException(Session.required(spec).commandLine(), String.valueOf(e.getMessage()), e);
        }
    }
}
