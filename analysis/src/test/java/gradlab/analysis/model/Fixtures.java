package gradlab.analysis.model;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** The files that stand beside these tests. */
final class Fixtures {
    private Fixtures() {}

    static byte[] bytes(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Fixtures.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }
}
