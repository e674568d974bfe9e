package gradlab.verification.search;

import gradlab.analysis.random.RandomStream;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.domain.Judgement;
import gradlab.verification.domain.Margin;
import gradlab.verification.domain.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Drives cases towards violation: a random step in some of their real numbers is kept if it lowers the margin, and a
 * margin that is not above zero is judged rigorously. It also judges cases on the edge of a comparison. The number of steps falls with the size of a case, and counts
 * steps, never seconds.
 */
final class Ascent {

    private static final long WORK = 6_000;
    private static final int FEWEST_STEPS = 10;
    private static final int MOST_JUDGEMENTS = 40;

    private final Judgement judgement;
    private final Margin margin;
    private final CaseSteps steps;
    private final Ties ties;
    private int looked;
    private int judged;

    Ascent(Claim claim, Judgement judgement, long seed) {
        this.judgement = judgement;
        this.margin = new Margin(claim);
        this.ties = new Ties(claim);
        this.steps = new CaseSteps(claim, RandomStream.of(seed, "ascent of " + claim.id()));
    }

    /** A confirmed violation reached from one of the cases, if there is one. */
    Optional<Case> from(List<Case> starts) {
        for (Case start : starts) {
            Optional<Case> violation = from(start);
            if (violation.isPresent()) {
                return violation;
            }
        }
        return Optional.empty();
    }

    /** A confirmed violation on the edge of a comparison, next to one of the cases, if there is one. */
    Optional<Case> tiedWith(List<Case> starts) {
        return starts.stream()
                .flatMap(start -> ties.near(start).stream())
                .filter(this::isViolation)
                .findFirst();
    }

    private boolean isViolation(Case tie) {
        looked++;
        return judgement.of(tie) == Outcome.VIOLATED;
    }

    /** How many cases it has looked at. */
    int looked() {
        return looked;
    }

    private Optional<Case> from(Case start) {
        Case best = start;
        double lowest = margin.of(start).orElse(Double.POSITIVE_INFINITY);
        long budget = Math.max(FEWEST_STEPS, WORK / (10 + steps.realNumbers(start) * steps.realNumbers(start)));
        for (long i = 0; i < budget; i++) {
            Optional<Case> candidate = steps.from(best);
            if (candidate.isEmpty()) {
                return Optional.empty();
            }
            looked++;
            OptionalDouble reached = margin.of(candidate.get());
            if (reached.isEmpty() || reached.getAsDouble() > lowest) {
                continue;
            }
            best = candidate.get();
            lowest = reached.getAsDouble();
            if (lowest <= 0 && judged++ < MOST_JUDGEMENTS && judgement.of(best) == Outcome.VIOLATED) {
                return Optional.of(best);
            }
        }
        return Optional.empty();
    }
}
