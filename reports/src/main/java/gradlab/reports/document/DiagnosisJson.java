package gradlab.reports.document;

import gradlab.dynamics.diagnosis.Diagnosis;
import gradlab.dynamics.diagnosis.Finding;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A diagnosis as JSON; {@code docs/diagnosis.md} says what every field means. */
public final class DiagnosisJson {
    private DiagnosisJson() {}

    /** The document. */
    public static String text(Diagnosis diagnosis) {
        ObjectNode document = Json.object().put("schema", Json.SCHEMA);
        document.put("file", diagnosis.log().source())
                .put("format", diagnosis.log().format());
        ArrayNode notes = document.putArray("notes");
        diagnosis.log().notes().forEach(notes::add);
        ArrayNode findings = document.putArray("findings");
        diagnosis.findings().forEach(finding -> findings.add(object(finding)));
        document.put("healthy", diagnosis.isHealthy());
        return Json.text(document);
    }

    private static ObjectNode object(Finding finding) {
        ObjectNode object = Json.object().put("kind", finding.kind().id());
        finding.step().ifPresentOrElse(step -> object.put("step", step), () -> object.putNull("step"));
        finding.layer().ifPresentOrElse(layer -> object.put("layer", layer), () -> object.putNull("layer"));
        return object.put("evidence", finding.evidence())
                .put("confidence", finding.confidence())
                .put("advice", finding.advice() + " (claim " + finding.claim() + ")");
    }
}
