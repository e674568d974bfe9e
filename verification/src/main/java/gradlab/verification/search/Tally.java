package gradlab.verification.search;

import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseCounts;
import gradlab.verification.domain.Outcome;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Shrinkable;
import org.jspecify.annotations.Nullable;

/** Counts outcomes in the order in which cases were drawn, up to the first that settles the claim. */
final class Tally {

    /** Beyond so many decided cases no more are kept for the ascent to start from. */
    private static final int MOST_KEPT = 2_000;

    private final Outcome sought;
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final List<Case> decided = new ArrayList<>();
    private @Nullable Shrinkable<Case> decisive;

    /** A tally that ends at the first case of the outcome sought. */
    Tally(Outcome sought) {
        this.sought = sought;
    }

    void count(Shrinkable<Case> drawn, Outcome outcome) {
        counts.merge(outcome, 1, Integer::sum);
        if (outcome.isDecided() && decided.size() < MOST_KEPT) {
            decided.add(drawn.value());
        }
        if (outcome == sought && decisive == null) {
            decisive = drawn;
        }
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

    List<Case> decidedCases() {
        return List.copyOf(decided);
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
