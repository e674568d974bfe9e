package gradlab.verification.search;

import gradlab.verification.claim.Case;
import gradlab.verification.domain.Judgement;
import gradlab.verification.domain.Outcome;
import java.util.Iterator;
import net.jqwik.api.Shrinkable;

/** Makes a decisive case simpler as long as it stays decisive, by the same rigorous judgement. */
final class Shrinking {

    private static final int MOST_STEPS = 400;
    private static final int MOST_FAILURES = 60;

    private Shrinking() {}

    static Case of(Shrinkable<Case> found, Judgement judgement, Outcome sought) {
        Shrinkable<Case> simplest = found;
        int steps = 0;
        boolean improved = true;
        while (improved && steps < MOST_STEPS) {
            improved = false;
            int failures = 0;
            Iterator<Shrinkable<Case>> candidates = simplest.shrink().iterator();
            while (!improved && candidates.hasNext() && failures < MOST_FAILURES && steps < MOST_STEPS) {
                Shrinkable<Case> candidate = candidates.next();
                steps++;
                failures++;
                if (judgement.of(candidate.value()) == sought) {
                    simplest = candidate;
                    improved = true;
                }
            }
        }
        return simplest.value();
    }
}
