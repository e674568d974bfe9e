package gradlab.verification.search;

import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseCounts;
import gradlab.verification.domain.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Shrinkable;
import org.jspecify.annotations.Nullable;

/** Counts outcomes in the order in which cases were drawn, up to the first that settles the claim. */
final class Tally {

    /** How many of the cases closest to violation are kept for the ascent to start from. */
    private static final int CLOSEST = 8;

    /** How many cases are kept to look for ties next to them. */
    private static final int FIRST = 24;

    private static final Comparator<Seen> BY_MARGIN =
            Comparator.comparingDouble(seen -> seen.margin().orElse(Double.POSITIVE_INFINITY));

    /** Of existence claims: the nearest to fulfilment first. */
    private static final Comparator<Seen> BY_HIGHEST_MARGIN =
            Comparator.comparingDouble(seen -> -seen.margin().orElse(Double.NEGATIVE_INFINITY));

    private final Outcome sought;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final List<Seen> closest = new ArrayList<>();
    private final List<Seen> nearest = new ArrayList<>();
    private final List<Case> first = new ArrayList<>();
    private @Nullable Case instance;
    private @Nullable Shrinkable<Case> decisive;

    /** A tally that ends at the first case of the outcome sought. */
    Tally(Outcome sought) {
        this.sought = sought;
    }

    void count(Shrinkable<Case> drawn, Seen seen) {
        counts.merge(seen.outcome(), 1, Integer::sum);
        if (seen.outcome().isDecided() && instance == null) {
            instance = seen.values();
        }
        if (seen.outcome().isDecided() && first.size() < FIRST) {
            first.add(seen.values());
        }
        if (seen.margin().isPresent()) {
            add(closest, seen, BY_MARGIN);
            add(nearest, seen, BY_HIGHEST_MARGIN);
        }
        if (seen.outcome() == sought && decisive == null) {
            decisive = drawn;
        }
    }

    private static void add(List<Seen> kept, Seen seen, Comparator<Seen> order) {
        kept.add(seen);
        kept.sort(order);
        kept.subList(Math.min(CLOSEST, kept.size()), kept.size()).clear();
    }

    /** Whether nothing more needs to be drawn. */
    boolean isSettled(int trials) {
        return decisive != null || counts().decided() >= trials;
    }

    Outcome sought() {
        return sought;
    }

    Optional<Shrinkable<Case>> decisive() {
        return Optional.ofNullable(decisive);
    }

    /** The first decided case. */
    Optional<Case> instance() {
        return Optional.ofNullable(instance);
    }

    /** The first decided cases, in the order they were drawn in. */
    List<Case> first() {
        return List.copyOf(first);
    }

    /** The decided cases closest to what is sought, closest first. */
    List<Case> closest() {
        return (sought == Outcome.SATISFIED ? nearest : closest)
                .stream().map(Seen::values).toList();
    }

    /** The smallest margin of a decided case. */
    Optional<Double> margin() {
        return closest.stream().findFirst().map(seen -> seen.margin().orElseThrow());
    }

    CaseCounts counts() {
        return new CaseCounts(
                count(Outcome.SATISFIED) + count(Outcome.VIOLATED),
                count(Outcome.UNDECIDED),
                count(Outcome.UNDEFINED),
                count(Outcome.DISCARDED));
    }

    private int count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0);
    }
}
