package gradlab.verification.proof;

import gradlab.analysis.source.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A proof checker and what it is made of.
 *
 * @param tools its programs
 * @param version its version, such as {@code 8.16.1}
 * @param digest SHA-256 over both programs, what they say of their version, and each compiled file of the standard
 *     library
 */
record CoqInstallation(CoqTools tools, String version, String digest) {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Asks the programs and reads their files: some 60 MB, under a second. */
    static CoqInstallation inspect(CoqTools tools, CheckerFolder folder) throws CheckerFailure {
        String version = ask(folder, tools.coqc(), "-print-version");
        String checker = ask(folder, tools.coqchk(), "--version");
        Path library = Path.of(ask(folder, tools.coqc(), "-where"), "theories");
        Digest digest = new Digest().add(version).add(checker);
        try {
            digest.add(tools.coqc()).add(tools.coqchk());
            addLibrary(digest, library);
        } catch (IOException e) {
            throw new CheckerFailure("cannot read the proof checker's files: " + e.getMessage());
        }
        return new CoqInstallation(tools, version.replaceAll("\\s.*", ""), digest.hex());
    }

    private static String ask(CheckerFolder folder, Path program, String question) throws CheckerFailure {
        CheckerFolder.Answer answer = folder.run(LIMIT, List.of(program.toString(), question));
        if (answer.exit() != 0 || answer.out().isBlank()) {
            throw new CheckerFailure(program + " " + question + " failed: " + answer.firstError());
        }
        return answer.out().strip();
    }

    private static void addLibrary(Digest digest, Path library) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(library)) {
            files = all.filter(f -> f.toString().endsWith(".vo")).sorted().toList();
        }
        for (Path file : files) {
            digest.add(library.relativize(file).toString()).add(file);
        }
    }
}
