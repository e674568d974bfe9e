package gradlab.reports.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version and the commit that were built. */
final class Version implements IVersionProvider {

    private static final Properties BUILD = read();

    @Override
    public String[] getVersion() {
        return new String[] {"gradlab " + number()};
    }

    static String number() {
        return BUILD.getProperty("version", "unknown");
    }

    private static Properties read() {
        Properties build = new Properties();
        try (InputStream in = Version.class.getResourceAsStream("build.properties")) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build;
    }
}
