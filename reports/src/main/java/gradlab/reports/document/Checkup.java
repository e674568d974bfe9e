package gradlab.reports.document;

import gradlab.analysis.accelerator.Accelerator;
import gradlab.verification.proof.ProofChecker;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What this machine has of what the program can use.
 *
 * @param findings one a thing
 */
public record Checkup(List<Finding> findings) {
    private static final int MIB = 1 << 20;
    private static final int LEAST_JAVA = 17;
    private static final int COMFORTABLE_MIB = 1_000;

    /**
     * One thing that the program can use.
     *
     * @param name what it is
     * @param present whether it is there
     * @param found what was found
     * @param cost what it costs that it is missing; empty if it is there
     */
    public record Finding(String name, boolean present, String found, String cost) {}

    /** Looks at this machine; takes a moment, for it loads what it looks for. */
    public static Checkup ofThisMachine() {
        List<Finding> findings = new ArrayList<>();
        findings.add(java());
        findings.add(memory());
        findings.add(kernels());
        findings.add(proofChecker());
        findings.add(fonts());
        return new Checkup(List.copyOf(findings));
    }

    /** The findings as JSON. */
    public String json() {
        ObjectNode document = Json.object().put("schema", Json.SCHEMA);
        ArrayNode array = document.putArray("findings");
        for (Finding finding : findings) {
            array.addObject()
                    .put("name", finding.name())
                    .put("present", finding.present())
                    .put("found", finding.found())
                    .put("cost", finding.cost());
        }
        return Json.text(document);
    }

    private static Finding java() {
        boolean present = Runtime.version().feature() >= LEAST_JAVA;
        String found =
                System.getProperty("java.version", "unknown") + ", " + System.getProperty("java.vendor", "unknown")
                        + ", " + Runtime.getRuntime().availableProcessors() + " processors";
        return finding("Java", present, found, "Java " + LEAST_JAVA + " or newer is needed");
    }

    private static Finding memory() {
        long most = Runtime.getRuntime().maxMemory() / MIB;
        return finding(
                "memory",
                most >= COMFORTABLE_MIB,
                String.format(Locale.ROOT, "a heap of at most %,d MiB", most),
                "models above some " + most / 8 + " MiB are refused; give Java more, as in JAVA_TOOL_OPTIONS=-Xmx4g");
    }

    private static Finding kernels() {
        try {
            Accelerator.Report report = Accelerator.chosen().report();
            String choice = "GRADLAB_BACKEND=" + report.choice().name().toLowerCase(Locale.ROOT);
            return finding(
                    "backend",
                    report.isNativeLoaded() || report.choice() == Accelerator.JAVA,
                    choice + ", " + report.detail(),
                    "large matrices in spectra are decomposed in Java, some four times slower; verdicts always are");
        } catch (IllegalArgumentException e) {
            return finding("backend", false, String.valueOf(e.getMessage()), "no spectrum can be computed");
        }
    }

    private static Finding proofChecker() {
        boolean present = ProofChecker.withDefaults().isInstalled();
        return finding(
                "proof checker",
                present,
                present ? "coqc and coqchk on the PATH" : "no coqc and coqchk on the PATH",
                "no theorem counts: claims that a theorem would prove are at most SUPPORTED");
    }

    /** Without fonts the first text that Java draws fails, with an error that names neither. */
    private static Finding fonts() {
        int families;
        try {
            families =
                    GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames(Locale.ROOT).length;
        } catch (RuntimeException | InternalError | NoClassDefFoundError | UnsatisfiedLinkError e) {
            families = 0;
        }
        return finding(
                "fonts",
                families > 0,
                families == 0 ? "none that Java can use" : families + " families",
                "no figures can be drawn: install fontconfig and a font, such as fonts-dejavu-core");
    }

    private static Finding finding(String name, boolean present, String found, String cost) {
        return new Finding(name, present, found, present ? "" : cost);
    }
}
