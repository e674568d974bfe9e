package gradlab.reports.document;

import gradlab.verification.labelled.Built;
import gradlab.verification.labelled.Figures;
import gradlab.verification.labelled.FixedRule;
import gradlab.verification.labelled.Rate;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How often the diagnosis is right, as JSON; {@code docs/diagnosis.md} says what every field means. */
public final class DetectorsJson {
    private DetectorsJson() {}

    /** The document. */
    public static String text(List<Figures> parts, int sample) {
        ObjectNode document = Json.object().put("schema", Json.SCHEMA).put("sample", sample);
        ArrayNode array = document.putArray("parts");
        parts.forEach(figures -> array.add(part(figures)));
        return Json.text(document);
    }

    private static ObjectNode part(Figures figures) {
        ObjectNode object = Json.object().put("part", figures.part().id());
        ObjectNode discarded = object.putObject("discarded");
        for (Built built : Built.values()) {
            discarded.put(built.id(), figures.discarded().getOrDefault(built, 0L));
        }
        object.set("named", byLabel(figures.named()));
        object.set("recall", rate(figures.recall()));
        object.set("noticed", rate(figures.noticed()));
        object.set("falseAlarms", rate(figures.falseAlarms()));
        ObjectNode plain = object.putObject("lossAndNormAlone");
        plain.set("named", byLabel(figures.plainNamed()));
        plain.set("falseAlarms", rate(figures.plainFalseAlarms()));
        ObjectNode warning = object.putObject("earlyWarning");
        warning.set("warned", rate(figures.warning().warned()));
        figures.warning()
                .medianLead()
                .ifPresentOrElse(lead -> warning.put("medianLead", lead), () -> warning.putNull("medianLead"));
        warning.set("falseAlarms", rate(figures.warning().falseAlarms()));
        warning.set("inSpikes", rate(figures.warning().inSpikes()));
        ObjectNode rules = object.putObject("fixedRules");
        for (FixedRule rule : FixedRule.values()) {
            rules.set(rule.title(), byLabel(figures.fired().getOrDefault(rule, Map.of())));
        }
        return object;
    }

    private static ObjectNode byLabel(Map<Built, Rate> rates) {
        ObjectNode object = Json.object();
        for (Built built : Built.values()) {
            Rate rate = rates.get(built);
            if (rate != null) {
                object.set(built.id(), rate(rate));
            }
        }
        return object;
    }

    private static ObjectNode rate(Rate rate) {
        ObjectNode object = Json.object().put("hits", rate.hits()).put("runs", rate.runs());
        if (rate.runs() == 0) {
            object.putNull("value").put("valueReason", "no runs");
        } else {
            object.put("value", rate.value());
        }
        return object.put("least", rate.least()).put("most", rate.most());
    }
}
