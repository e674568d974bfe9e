package gradlab.verification.experiment;

import gradlab.analysis.operator.Vector;
import gradlab.analysis.source.Digest;
import gradlab.dynamics.training.TrainingRun;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * What results depend on beside their inputs, as hashes taken of the program that is running: every class and resource of the modules
 * at work (tables of data among them), and the names and sizes of all libraries. So nobody can forget to raise a version.
 * Some 1,200 files of 7 MB: 0.1 s, once, when a result is first asked for.
 */
public final class ProgramCode {

    private static final String JAR = ".jar";

    /** Claims and experiments, which are inputs and hashed one by one. */
    private static final Pattern INPUTS = Pattern.compile("gradlab/verification/(claims|experiments)/.*");

    private ProgramCode() {}

    /** Of the code that trains: all of {@code analysis} and {@code dynamics}. Worked out once. */
    static String training() {
        return Training.HASH;
    }

    /** Of the code that settles claims: that which trains, and all of {@code verification}. Worked out once. */
    public static String settling() {
        return Settling.HASH;
    }

    private static final class Training {
        static final String HASH = of(
                List.of(placeOf(Vector.class), placeOf(TrainingRun.class)), System.getProperty("java.class.path", ""));

        private Training() {}
    }

    private static final class Settling {
        static final String HASH = new Digest()
                .add(Training.HASH)
                .add(of(List.of(placeOf(ProgramCode.class)), ""))
                .hex();

        private Settling() {}
    }

    private static Path placeOf(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("classes come from files", e);
        }
    }

    /** The hash of modules, each a folder or a jar, and of the libraries on a class path. */
    static String of(List<Path> modules, String classPath) {
        Digest digest = new Digest().add("code 1");
        try {
            for (Path module : modules) {
                if (Files.isDirectory(module)) {
                    addFolder(digest, module);
                } else {
                    addJar(digest, module);
                }
            }
            for (String library : libraries(classPath)) {
                digest.add(library);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.hex();
    }

    private static void addFolder(Digest digest, Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file ->
                            !INPUTS.matcher(folder.relativize(file).toString()).matches())
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            digest.add(folder.relativize(file).toString()).add(file);
        }
    }

    /** Entries by name and content: times and order differ between builds of the same sources. */
    private static void addJar(Digest digest, Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            List<? extends ZipEntry> entries = jar.stream()
                    .filter(entry -> !entry.isDirectory() && !entry.getName().startsWith("META-INF/"))
                    .filter(entry -> !INPUTS.matcher(entry.getName()).matches())
                    .sorted(java.util.Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry entry : entries) {
                try (InputStream in = jar.getInputStream(entry)) {
                    digest.add(entry.getName()).add(in.readAllBytes());
                }
            }
        }
    }

    /** Names and sizes of jars, in alphabetical order. */
    private static List<String> libraries(String classPath) throws IOException {
        List<Path> entries =
                Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
        if (entries.size() == 1 && Files.isRegularFile(entries.get(0))) {
            entries = listed(entries.get(0));
        }
        List<String> names = new java.util.ArrayList<>();
        for (Path entry : entries) {
            String name = String.valueOf(entry.getFileName());
            if (name.endsWith(JAR) && !name.startsWith("gradlab-") && Files.isRegularFile(entry)) {
                names.add(name + " " + Files.size(entry));
            }
        }
        return names.stream().sorted().toList();
    }

    /** A class path too long for a command line stands in the manifest of its only jar. */
    private static List<Path> listed(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String path = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return path == null
                    ? List.of(jar)
                    : Arrays.stream(path.split(" "))
                            .map(place -> jar.toUri().resolve(place))
                            .map(Path::of)
                            .toList();
        }
    }
}
