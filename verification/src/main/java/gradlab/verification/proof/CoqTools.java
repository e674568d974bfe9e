package gradlab.verification.proof;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The two programs of the proof checker.
 *
 * @param coqc the compiler
 * @param coqchk the independent checker of what it compiled
 */
record CoqTools(Path coqc, Path coqchk) {

    /** Finds both on a search path; entries that are not absolute are passed over. */
    static Optional<CoqTools> on(String searchPath) {
        Optional<Path> coqc = program(searchPath, "coqc");
        Optional<Path> coqchk = program(searchPath, "coqchk");
        return coqc.flatMap(c -> coqchk.map(k -> new CoqTools(c, k)));
    }

    private static Optional<Path> program(String searchPath, String name) {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(searchPath)
                .flatMap(folder -> folder(folder).stream())
                .flatMap(folder -> Optional.of(folder.resolve(name)).stream())
                .flatMap(file -> Optional.of(file)
                        .filter(CoqTools::runs)
                        .or(() ->
                                Optional.of(file.resolveSibling(name + ".exe")).filter(CoqTools::runs))
                        .stream())
                .findFirst();
    }

    private static boolean runs(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    private static Optional<Path> folder(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
