package gradlab.verification.settlement;

import gradlab.analysis.expression.RunSource;
import gradlab.analysis.source.SourceText;
import gradlab.verification.claim.ClaimFile;
import gradlab.verification.claim.ClaimReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The claims that come with the product: a folder of claim files like a user's own. */
public final class Catalogue {

    private static final String FOLDER = "/gradlab/verification/claims";

    private Catalogue() {}

    /** All shipped claims, by file name. */
    public static List<ClaimFile> all(RunSource runs) {
        URL folder = Catalogue.class.getResource(FOLDER);
        if (folder == null) {
            throw new IllegalStateException("the catalogue is missing from the build");
        }
        try {
            URI uri = folder.toURI();
            if (!uri.getScheme().equals("jar")) {
                return read(Path.of(uri), runs);
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(jar.getPath(FOLDER), runs);
            }
        } catch (URISyntaxException | IOException e) {
            throw new IllegalStateException("the catalogue cannot be read", e);
        }
    }

    private static List<ClaimFile> read(Path folder, RunSource runs) throws IOException {
        List<ClaimFile> claims = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .forEach(file -> claims.add(ClaimReader.read(text(file), runs)));
        }
        return claims;
    }

    private static SourceText text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return SourceText.decode(file.getFileName().toString(), in, ClaimReader.LARGEST_FILE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
