package gradlab.verification.labelled;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * How often the diagnosis is right on one part of the family.
 *
 * @param part which
 * @param discarded runs by construction whose end does not bear it out
 * @param named labelled runs whose trouble was named, of healthy ones those in which none was found
 * @param plainNamed the same from loss and whole gradient norm alone
 * @param recall of all harmed runs, how many had their trouble named
 * @param noticed of all harmed runs, how many were called harmed in any way
 * @param falseAlarms of all others, how many were called harmed
 * @param plainFalseAlarms the same from loss and whole gradient norm alone
 * @param warning how early
 * @param fired labelled runs in which a fixed rule fires
 */
public record Figures(
        Part part,
        Map<Built, Long> discarded,
        Map<Built, Rate> named,
        Map<Built, Rate> plainNamed,
        Rate recall,
        Rate noticed,
        Rate falseAlarms,
        Rate plainFalseAlarms,
        Warning warning,
        Map<FixedRule, Map<Built, Rate>> fired) {

    /**
     * What the log so far says of runs that end with a number that is not finite.
     *
     * @param warned those in which an explosion is found before it
     * @param medianLead how many steps before, in the median of those
     * @param falseAlarms of the healthy and noisy runs, in how many an explosion is found in any log so far
     * @param inSpikes the same of runs that spike and recover, where an alarm during the spike cannot know that
     */
    public record Warning(Rate warned, OptionalDouble medianLead, Rate falseAlarms, Rate inSpikes) {}

    /** Copies the maps. */
    public Figures {
        discarded = Map.copyOf(discarded);
        named = Map.copyOf(named);
        plainNamed = Map.copyOf(plainNamed);
        fired = Map.copyOf(fired);
    }

    /** Of the observations of one part. */
    public static Figures of(Part part, List<Observation> all) {
        List<Observation> own =
                all.stream().filter(o -> o.recipe().part() == part).toList();
        List<Observation> harmed =
                labelled(own, o -> o.label().map(Built::isHarmed).orElse(false));
        List<Observation> others =
                labelled(own, o -> o.label().map(label -> !label.isHarmed()).orElse(false));
        Map<FixedRule, Map<Built, Rate>> fired = new EnumMap<>(FixedRule.class);
        for (FixedRule rule : FixedRule.values()) {
            fired.put(rule, byLabel(own, o -> o.fired().contains(rule)));
        }
        return new Figures(
                part,
                discarded(own),
                byLabel(own, Figures::isNamed),
                byLabel(own, Figures::isPlainlyNamed),
                Rate.of(harmed, Figures::isNamed),
                Rate.of(harmed, o -> !o.harm().isEmpty()),
                Rate.of(others, o -> !o.harm().isEmpty()),
                Rate.of(others, o -> !o.plainHarm().isEmpty()),
                warning(harmed, others),
                fired);
    }

    private static boolean isNamed(Observation o) {
        return o.label().map(label -> Observation.names(label, o.harm())).orElse(false);
    }

    private static boolean isPlainlyNamed(Observation o) {
        return o.label().map(label -> Observation.names(label, o.plainHarm())).orElse(false);
    }

    private static List<Observation> labelled(List<Observation> own, Predicate<Observation> which) {
        return own.stream().filter(which).toList();
    }

    private static Map<Built, Long> discarded(List<Observation> own) {
        Map<Built, Long> counts = new EnumMap<>(Built.class);
        for (Built built : Built.values()) {
            counts.put(
                    built,
                    own.stream()
                            .filter(o ->
                                    o.recipe().built() == built && o.label().isEmpty())
                            .count());
        }
        return counts;
    }

    private static Map<Built, Rate> byLabel(List<Observation> own, Predicate<Observation> hit) {
        Map<Built, Rate> rates = new EnumMap<>(Built.class);
        for (Built built : Built.values()) {
            rates.put(
                    built,
                    Rate.of(labelled(own, o -> o.label().filter(l -> l == built).isPresent()), hit));
        }
        return rates;
    }

    private static Warning warning(List<Observation> harmed, List<Observation> others) {
        List<Observation> ended = labelled(harmed, o -> o.ending().nonFinite().isPresent());
        double[] leads = ended.stream()
                .filter(o -> o.warned().isPresent())
                .mapToDouble(
                        o -> o.ending().nonFinite().getAsLong() - o.warned().getAsLong())
                .sorted()
                .toArray();
        OptionalDouble median = leads.length == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Arrays.stream(leads, (leads.length - 1) / 2, leads.length / 2 + 1)
                        .average()
                        .orElseThrow());
        Predicate<Observation> spikes =
                o -> o.label().filter(l -> l == Built.SPIKE).isPresent();
        return new Warning(
                Rate.of(ended, o -> o.warned().isPresent()),
                median,
                Rate.of(labelled(others, spikes.negate()), o -> o.warned().isPresent()),
                Rate.of(labelled(others, spikes), o -> o.warned().isPresent()));
    }
}
