package gradlab.reports.cli;

import gradlab.dynamics.system.Clock;
import gradlab.dynamics.system.DynamicalSystem;
import gradlab.dynamics.system.FixedPoint;
import gradlab.dynamics.system.KnownSystem;
import gradlab.dynamics.system.SystemCard;
import gradlab.reports.document.SystemJson;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Dynamical systems as text. */
final class SystemTable {

    private static final int MOST_SHOWN = 12;
    private static final int MOST_LINES = 100;

    private SystemTable() {}

    static String list(List<KnownSystem> systems) {
        StringBuilder text = new StringBuilder();
        for (KnownSystem known : systems) {
            text.append(String.format(
                            Locale.ROOT,
                            "%-17s %-4s %4d  %-38s %s",
                            known.card().name(),
                            SystemJson.kind(known.card().kind()),
                            known.system().dimension(),
                            parameters(known.card().parameters()),
                            known.card().description())
                    .stripTrailing());
            text.append('\n');
        }
        return text.toString();
    }

    private static String parameters(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(","));
    }

    static String show(KnownSystem known, double stride, List<FixedPoint> points) {
        SystemCard card = known.card();
        DynamicalSystem system = known.system();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%s: a %s in %d dimension%s; %s\n",
                card.name(),
                SystemJson.kind(card.kind()),
                system.dimension(),
                system.dimension() == 1 ? "" : "s",
                card.description()));
        line(text, "source", card.source().orElse(""));
        line(text, "known", card.known().orElse(""));
        line(text, "parameters", parameters(card.parameters()));
        line(text, "start", state(system.coordinates(), system.start()));
        line(text, "stride", card.kind() == Clock.TIME ? stride + " units of time" : "");
        card.definitions().forEach((name, formula) -> line(text, "define", name + " = " + formula));
        String sign = card.kind() == Clock.TIME ? "' = " : " <- ";
        lines(
                text,
                "equation",
                card.equations().stream()
                        .map(e -> e.of().isEmpty() ? e.text() : e.of() + sign + e.text())
                        .toList());
        lines(
                text,
                "derivative",
                card.jacobian().stream()
                        .map(e -> "d" + e.of() + "/d" + e.by() + ": " + e.text())
                        .toList());
        String rate = card.kind() == Clock.TIME ? "largest real part " : "spectral radius ";
        lines(
                text,
                "fixed point",
                points.stream()
                        .map(p -> state(system.coordinates(), p.at().toArray()) + "; "
                                + (p.isStable() ? "stable, " : "unstable, ") + rate
                                + String.format(Locale.ROOT, "%.6g", p.rate()))
                        .toList());
        return text.toString();
    }

    private static void lines(StringBuilder text, String word, List<String> all) {
        all.stream().limit(MOST_LINES).forEach(one -> line(text, word, one));
        line(text, "", all.size() > MOST_LINES ? "and " + (all.size() - MOST_LINES) + " more; see --json" : "");
    }

    private static void line(StringBuilder text, String word, String value) {
        if (!value.isEmpty()) {
            text.append(String.format(Locale.ROOT, "%-12s %s\n", word, value));
        }
    }

    private static String state(List<String> names, double... values) {
        StringJoiner joined = new StringJoiner(", ");
        for (int i = 0; i < Math.min(values.length, MOST_SHOWN); i++) {
            joined.add(names.get(i) + " = " + String.format(Locale.ROOT, "%.6g", values[i]));
        }
        return joined + (values.length > MOST_SHOWN ? ", ..." : "");
    }
}
