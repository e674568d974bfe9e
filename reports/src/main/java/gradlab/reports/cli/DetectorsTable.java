package gradlab.reports.cli;

import gradlab.verification.labelled.Built;
import gradlab.verification.labelled.Figures;
import gradlab.verification.labelled.FixedRule;
import gradlab.verification.labelled.Rate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How often the diagnosis is right, as text for a person. */
final class DetectorsTable {
    private DetectorsTable() {}

    static String of(List<Figures> parts, OutputFolder folder) {
        StringBuilder text = new StringBuilder();
        parts.forEach(figures -> append(text, figures));
        return text.append("folder: ").append(folder.path()).append('\n').toString();
    }

    private static void append(StringBuilder text, Figures figures) {
        text.append(figures.part().id()).append('\n');
        for (Built built : Built.values()) {
            line(text, (built.isHarmed() ? "named " : "no alarm ") + built.id(), rate(figures.named(), built));
        }
        line(text, "recall", figures.recall());
        line(text, "any harm in harmed runs", figures.noticed());
        line(text, "false alarms", figures.falseAlarms());
        line(text, "exploding, loss and norm alone", rate(figures.plainNamed(), Built.EXPLODING));
        line(text, "vanishing, loss and norm alone", rate(figures.plainNamed(), Built.VANISHING));
        line(text, "false alarms, these alone", figures.plainFalseAlarms());
        line(text, "warned before a non-finite number", figures.warning().warned());
        figures.warning()
                .medianLead()
                .ifPresent(lead -> text.append(String.format(Locale.ROOT, "    steps before, median: %.1f%n", lead)));
        line(text, "warnings in healthy and noisy runs", figures.warning().falseAlarms());
        line(text, "warnings in runs that spike", figures.warning().inSpikes());
        long discarded = figures.discarded().values().stream().mapToLong(n -> n).sum();
        text.append("  discarded, construction and end disagree: ")
                .append(discarded)
                .append('\n');
        text.append("  fixed rules: share of exploding, vanishing, healthy, noisy, spike runs in which they fire\n");
        figures.fired().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> rule(text, entry.getKey(), entry.getValue()));
    }

    private static void rule(StringBuilder text, FixedRule rule, Map<Built, Rate> fired) {
        text.append(String.format(Locale.ROOT, "    %-26s", rule.title()));
        for (Built built : Built.values()) {
            text.append(String.format(Locale.ROOT, " %6.3f", rate(fired, built).value()));
        }
        text.append('\n');
    }

    private static Rate rate(Map<Built, Rate> rates, Built built) {
        return java.util.Objects.requireNonNull(rates.get(built), "rates have every label");
    }

    private static void line(StringBuilder text, String what, Rate rate) {
        text.append(String.format(
                Locale.ROOT,
                "  %-36s %4d of %4d = %.4f, 95 %% [%.4f, %.4f]%n",
                what,
                rate.hits(),
                rate.runs(),
                rate.value(),
                rate.least(),
                rate.most()));
    }
}
