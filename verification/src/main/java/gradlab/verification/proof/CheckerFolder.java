package gradlab.verification.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A private temporary folder in which the checker's programs run, one at a time. They see no variable of the user's
 * environment but the search path, so that no {@code COQPATH} or start-up file changes what they load. Closing it, or
 * the end of the program, ends the running one and removes the folder.
 */
final class CheckerFolder implements AutoCloseable {

    /** What the proof files' names start with in Coq. */
    static final String LOGICAL_PREFIX = "Gradlab";

    private static final int LARGEST_OUTPUT = 1 << 22;

    private final Path folder;
    private final String searchPath;
    private final Thread atExit = new Thread(this::clear, ProofChecker.CLEANING);
    private volatile @Nullable Process running;

    private CheckerFolder(Path folder, String searchPath) {
        this.folder = folder;
        this.searchPath = searchPath;
    }

    /**
     * What a program left.
     *
     * @param exit its status
     * @param out its standard output
     * @param err its error output
     */
    record Answer(int exit, String out, String err) {
        /** The error output on one line, for a reason. */
        String firstError() {
            String text = (err.isBlank() ? out : err).strip().replaceAll("\\s+", " ");
            return text.length() <= 300 ? text : text.substring(0, 300) + "...";
        }
    }

    /** Makes the folder; only this user can enter it. */
    static CheckerFolder create(String searchPath) throws CheckerFailure {
        try {
            CheckerFolder made = new CheckerFolder(Files.createTempDirectory("gradlab-proofs-"), searchPath);
            Runtime.getRuntime().addShutdownHook(made.atExit);
            return made;
        } catch (IOException e) {
            throw new CheckerFailure("no temporary folder: " + e.getMessage());
        }
    }

    /** Writes a proof file. */
    void write(String name, String text) throws CheckerFailure {
        try {
            Files.writeString(folder.resolve(name + ".v"), text);
        } catch (IOException e) {
            throw new CheckerFailure("cannot write " + name + ".v: " + e.getMessage());
        }
    }

    /** Compiles a proof file that was written here. */
    Answer compile(CoqTools tools, String name, Duration limit) throws CheckerFailure {
        return run(
                limit,
                List.of(
                        tools.coqc().toString(),
                        "-q",
                        "-noglob",
                        "-color",
                        "no",
                        "-R",
                        ".",
                        LOGICAL_PREFIX,
                        name + ".v"));
    }

    /** Checks compiled files again, with all that they rest on, and lists the assumptions. */
    Answer recheck(CoqTools tools, List<String> names, Duration limit) throws CheckerFailure {
        List<String> command =
                new ArrayList<>(List.of(tools.coqchk().toString(), "-silent", "-o", "-R", ".", LOGICAL_PREFIX));
        names.forEach(name -> command.add(LOGICAL_PREFIX + "." + name));
        return run(limit, command);
    }

    /** Runs a program to its end. */
    Answer run(Duration limit, List<String> command) throws CheckerFailure {
        Path out = folder.resolve("stdout.txt");
        Path err = folder.resolve("stderr.txt");
        String program = String.valueOf(Path.of(command.get(0)).getFileName());
        try {
            Process process = start(command, out, err);
            running = process;
            try {
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new CheckerFailure(program + " was ended after " + limit.toSeconds() + " s");
                }
                return new Answer(process.exitValue(), read(out), read(err));
            } finally {
                end(process);
                running = null;
            }
        } catch (IOException e) {
            throw new CheckerFailure(program + " cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckerFailure(program + " was interrupted");
        }
    }

    private Process start(List<String> command, Path out, Path err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        Map<String, String> environment = builder.environment();
        String systemRoot = environment.get("SystemRoot");
        environment.clear();
        if (systemRoot != null) {
            environment.put("SystemRoot", systemRoot);
        }
        environment.put("PATH", searchPath);
        environment.put("HOME", folder.toString());
        environment.put("TMPDIR", folder.toString());
        environment.put("LC_ALL", "C");
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static String read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LARGEST_OUTPUT), StandardCharsets.UTF_8);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private void clear() {
        Process process = running;
        if (process != null) {
            end(process);
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            // The folder is temporary and private: what cannot be removed is left to the system.
        }
    }

    @Override
    public void close() {
        clear();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook is running already.
        }
    }
}
