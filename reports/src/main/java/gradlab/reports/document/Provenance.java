package gradlab.reports.document;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a result comes from: everything that may differ between two machines that agree on the result.
 *
 * @param version the product's version
 * @param commit the commit it was built from, or a word that says that it is unknown
 * @param seed what all randomness came from
 * @param commandLine the command and its arguments
 * @param platform the machine
 * @param threads threads used
 * @param started when the run began
 * @param ended when it ended
 * @param proofChecker name and version of the proof checker, empty if there was none
 * @param inputs the files that went in
 */
public record Provenance(
        String version,
        String commit,
        long seed,
        List<String> commandLine,
        Platform platform,
        int threads,
        Instant started,
        Instant ended,
        Optional<String> proofChecker,
        List<InputFile> inputs) {

    /** Copies the lists. */
    public Provenance {
        commandLine = List.copyOf(commandLine);
        inputs = List.copyOf(inputs);
    }

    /**
     * A machine.
     *
     * @param javaVendor who made its Java
     * @param javaVersion which Java
     * @param operatingSystem name, version and architecture
     * @param processors processors that Java may use
     */
    public record Platform(String javaVendor, String javaVersion, String operatingSystem, int processors) {

        /** This machine. */
        public static Platform current() {
            String system = String.join(" ", property("os.name"), property("os.version"), property("os.arch"));
            return new Platform(
                    property("java.vendor"),
                    property("java.version"),
                    system,
                    Runtime.getRuntime().availableProcessors());
        }

        private static String property(String name) {
            return System.getProperty(name, "unknown");
        }
    }

    /**
     * A file that went in.
     *
     * @param name its name
     * @param sha256 the SHA-256 of its bytes, in hexadecimal
     */
    public record InputFile(String name, String sha256) {}

    /** The content of {@code provenance.json}. */
    public String json() {
        ObjectNode document = Json.object()
                .put("schema", Json.SCHEMA)
                .put("version", version)
                .put("commit", commit)
                .put("seed", seed);
        ArrayNode command = document.putArray("commandLine");
        commandLine.forEach(command::add);
        document.putObject("java").put("vendor", platform.javaVendor()).put("version", platform.javaVersion());
        document.put("operatingSystem", platform.operatingSystem())
                .put("processors", platform.processors())
                .put("threads", threads)
                .put("started", started.toString())
                .put("ended", ended.toString())
                .put("proofChecker", proofChecker.orElse(null));
        ArrayNode files = document.putArray("inputs");
        inputs.forEach(i -> files.addObject().put("name", i.name()).put("sha256", i.sha256()));
        return Json.text(document);
    }
}
