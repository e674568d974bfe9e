package gradlab.reports.document;

import gradlab.dynamics.system.Clock;
import gradlab.dynamics.system.DynamicalSystem;
import gradlab.dynamics.system.FixedPoint;
import gradlab.dynamics.system.KnownSystem;
import gradlab.dynamics.system.SystemCard;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Dynamical systems as JSON; docs/systems.md lists the fields. */
public final class SystemJson {

    private SystemJson() {}

    /** Several, in short. */
    public static String list(List<KnownSystem> systems) {
        ObjectNode document = Json.object().put("schema", Json.SCHEMA);
        ArrayNode array = document.putArray("systems");
        systems.forEach(known -> head(array.addObject(), known));
        return Json.text(document);
    }

    /** One, with its equations. */
    public static String show(KnownSystem known, double stride, List<FixedPoint> fixedPoints) {
        ObjectNode document = Json.object().put("schema", Json.SCHEMA);
        head(document, known);
        SystemCard card = known.card();
        DynamicalSystem system = known.system();
        texts(document.putObject("definitions"), card.definitions());
        coordinates(document.putObject("start"), system.coordinates(), system.start());
        document.put("stride", stride);
        ObjectNode equations = document.putObject("equations");
        card.equations().forEach(equation -> equations.put(equation.of(), equation.text()));
        ArrayNode jacobian = document.putArray("jacobian");
        card.jacobian()
                .forEach(entry -> jacobian.addObject()
                        .put("of", entry.of())
                        .put("by", entry.by())
                        .put("derivative", entry.text()));
        ArrayNode points = document.putArray("fixedPoints");
        for (FixedPoint point : fixedPoints) {
            ObjectNode object = points.addObject();
            coordinates(object.putObject("at"), system.coordinates(), point.at().toArray());
            Json.putNumber(object, "rate", point.rate());
            object.put("stable", point.isStable());
        }
        return Json.text(document);
    }

    private static void head(ObjectNode object, KnownSystem known) {
        SystemCard card = known.card();
        object.put("name", card.name());
        object.put("kind", kind(card.kind()));
        object.put("dimension", known.system().dimension());
        object.put("description", card.description());
        object.put("source", card.source().orElse(null));
        object.put("known", card.known().orElse(null));
        texts(object.putObject("parameters"), card.parameters());
    }

    /** A system's kind in the words of its file. */
    public static String kind(Clock clock) {
        return clock == Clock.TIME ? "flow" : "map";
    }

    private static void texts(ObjectNode object, Map<String, String> texts) {
        texts.forEach(object::put);
    }

    private static void coordinates(ObjectNode object, List<String> names, double... values) {
        for (int i = 0; i < values.length; i++) {
            object.put(names.get(i), values[i]);
        }
    }
}
