package gradlab.reports.document;

import gradlab.reports.document.EvidenceView.Detail;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts the origin of a result into words. */
final class ProvenanceWords {

    private ProvenanceWords() {}

    static List<Detail> of(Provenance provenance) {
        Provenance.Platform platform = provenance.platform();
        List<Detail> details = new ArrayList<>();
        details.add(Detail.of("Version", provenance.version()));
        details.add(Detail.literal("Commit", provenance.commit()));
        details.add(Detail.of("Seed", provenance.seed()));
        String command =
                provenance.commandLine().stream().map(ReplayCommand::quoted).collect(Collectors.joining(" "));
        details.add(Detail.literal("Command", command));
        details.add(Detail.of(
                "Started", provenance.started().truncatedTo(ChronoUnit.SECONDS).toString()));
        details.add(Detail.of("Took", took(Duration.between(provenance.started(), provenance.ended()))));
        details.add(Detail.of("Java", platform.javaVersion() + ", " + platform.javaVendor()));
        details.add(Detail.of("Operating system", platform.operatingSystem()));
        details.add(Detail.of("Threads", provenance.threads() + " used, " + platform.processors() + " processors"));
        details.add(Detail.of("Proof checker", provenance.proofChecker().orElse("none: no theorem counts")));
        provenance.inputs().forEach(i -> details.add(Detail.literal("SHA-256 of " + i.name(), i.sha256())));
        return details;
    }

    private static String took(Duration duration) {
        return duration.toSeconds() < 120
                ? ShortNumber.of(duration.toMillis() / 1000.0) + " s"
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
}
