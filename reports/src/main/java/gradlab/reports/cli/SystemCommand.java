package gradlab.reports.cli;

import gradlab.dynamics.system.FixedPoint;
import gradlab.dynamics.system.FixedPoints;
import gradlab.dynamics.system.KnownSystem;
import gradlab.dynamics.system.SystemSource;
import gradlab.dynamics.system.Systems;
import gradlab.reports.document.SystemJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says which dynamical systems there are and what they are. */
@Command(
        name = "system",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists and shows dynamical systems: maps and flows.",
        subcommands = {SystemCommand.All.class, SystemCommand.One.class})
final class SystemCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = Session.writer(spec);
        out.println("Which? Try 'gradlab system list' or 'gradlab system show NAME'.");
        out.flush();
    }

    /** All built-in systems. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Lists the built-in systems with their parameters.")
    static final class All implements Callable<Integer> {

        @Spec
        private @Nullable CommandSpec spec;

        @Option(names = "--json", description = "Print JSON to standard output, and nothing else.")
        private boolean json;

        @Override
        public Integer call() {
            List<KnownSystem> systems =
                    Systems.names().stream().map(Systems::of).toList();
            PrintWriter out = Session.writer(spec);
            out.print(json ? SystemJson.list(systems) : SystemTable.list(systems));
            out.flush();
            return ExitStatus.OK;
        }
    }

    /** One system. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Shows a system: its equations, parameters, start, derivative and fixed points.")
    static final class One implements Callable<Integer> {

        @Spec
        private @Nullable CommandSpec spec;

        @Parameters(
                arity = "1",
                paramLabel = "SYSTEM",
                description = "A built-in name or a file, and parameters behind a colon: lorenz, random-tanh:n=50,g=2,"
                        + " my.yaml, cell.npz, model.onnx:input=zero.")
        private String name = "";

        @Option(
                names = "--input",
                paramLabel = "X.npy",
                description = "What a recurrent network is fed, T x d numbers.")
        private @Nullable Path input;

        @Option(names = "--json", description = "Print JSON to standard output, and nothing else.")
        private boolean json;

        @Override
        public Integer call() {
            KnownSystem known = SystemSource.known(name, Optional.ofNullable(input));
            double stride = known.system().orbit(known.system().start()).stride();
            List<FixedPoint> points = FixedPoints.of(known.system());
            PrintWriter out = Session.writer(spec);
            out.print(json ? SystemJson.show(known, stride, points) : SystemTable.show(known, stride, points));
            out.flush();
            return ExitStatus.OK;
        }
    }
}
