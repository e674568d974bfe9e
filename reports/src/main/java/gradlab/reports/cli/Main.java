package gradlab.reports.cli;

import gradlab.analysis.source.SourceException;
import gradlab.dynamics.system.OrbitException;
import gradlab.verification.claim.ConflictException;
import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "gradlab",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description =
                "Settles claims about exploding and vanishing gradients, with evidence that can be checked again.",
        subcommands = {
            VerifyCommand.class,
            CheckCommand.class,
            ReplayCommand.class,
            ProofsCommand.class,
            SpectrumCommand.class,
            FeedbackCommand.class,
            EulerCommand.class,
            LyapunovCommand.class,
            ModelCommand.class,
            TrainCommand.class,
            DiagnoseCommand.class,
            HookCommand.class,
            SystemCommand.class,
            PhaseCommand.class,
            DoctorCommand.class
        })
public final class Main {

    private static final int MIB = 1 << 20;

    private Main() {}

    /** Runs a command and ends the process with its status. */
    public static void main(String[] arguments) {
        System.exit(status(commandLine(), arguments));
    }

    /** Runs a command. An error of the Java machine must not end the process with 1, which means refuted. */
    static int status(CommandLine commandLine, String... arguments) {
        try {
            return commandLine.execute(arguments);
        } catch (OutOfMemoryError e) {
            long heap = Runtime.getRuntime().maxMemory() / MIB;
            commandLine
                    .getErr()
                    .println("gradlab: found a task too large for the heap of " + heap
                            + " MiB, expected more memory: set JAVA_TOOL_OPTIONS=-Xmx4g or the like");
            return ExitStatus.UNUSABLE;
        } catch (StackOverflowError e) {
            commandLine.getErr().println("gradlab: internal error, please report it: " + e);
            return ExitStatus.INTERNAL;
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Main::unusable)
                .setExecutionExceptionHandler(Main::failed);
    }

    private static int unusable(CommandLine.ParameterException e, String[] arguments) {
        PrintWriter err = e.getCommandLine().getErr();
        err.println(
                "gradlab: " + String.valueOf(e.getMessage()).lines().findFirst().orElse("unusable arguments"));
        err.println("Try 'gradlab " + e.getCommandLine().getCommandName() + " --help'.");
        return ExitStatus.UNUSABLE;
    }

    private static int failed(Exception e, CommandLine commandLine, CommandLine.ParseResult result) {
        PrintWriter err = commandLine.getErr();
        if (e instanceof SourceException) {
            err.println(e.getMessage());
            return ExitStatus.UNUSABLE;
        }
        if (e instanceof OrbitException) {
            err.println("gradlab: " + e.getMessage());
            return ExitStatus.UNUSABLE;
        }
        if (e instanceof CancellationException) {
            err.println("gradlab: interrupted");
            return ExitStatus.INTERRUPTED;
        }
        err.println(e instanceof ConflictException ? "gradlab: " + e.getMessage() : internal(e));
        return ExitStatus.INTERNAL;
    }

    private static String internal(Exception e) {
        StackTraceElement[] trace = e.getStackTrace();
        String place = trace.length == 0 ? "" : " at " + trace[0];
        return "gradlab: internal error, please report it: " + e + place;
    }
}
