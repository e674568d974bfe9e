package gradlab.verification.search;

import gradlab.analysis.random.RandomStream;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Quantifier;
import gradlab.verification.domain.Judgement;
import gradlab.verification.domain.Margin;
import gradlab.verification.domain.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Drives cases towards violation, of an existence claim towards fulfilment: a random step in some of their real numbers is kept
 * if it lowers the margin, or raises that of an existence claim, and a margin on the other side of zero is judged rigorously. It also judges cases on the edge of a comparison. The number of steps falls with the size of a case, and counts
 * steps, never seconds.
 */
final class Ascent {

    private static final long WORK = 6_000;
    /** What an existence claim asks for may be rare, and nothing else is tried where none was drawn. */
    private static final long WORK_FOR_ONE = 150_000;

    private static final int FEWEST_STEPS = 10;
    private static final int MOST_JUDGEMENTS = 40;

    private final Judgement judgement;
    private final Margin margin;
    private final CaseSteps steps;
    private final Ties ties;
    private final boolean isForOne;
    private int looked;
    private int judged;

    Ascent(Claim claim, Judgement judgement, long seed) {
        this.isForOne = claim.quantifier() == Quantifier.EXISTS;
        this.judgement = judgement;
        this.margin = new Margin(claim);
        this.ties = new Ties(claim);
        this.steps = new CaseSteps(claim, RandomStream.of(seed, "ascent of " + claim.id()));
    }

    /** A confirmed case of what is sought reached from one of the cases, if there is one. */
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
        double lowest = distance(start).orElse(Double.POSITIVE_INFINITY);
        long work = isForOne ? WORK_FOR_ONE : WORK;
        long budget = Math.max(FEWEST_STEPS, work / (10 + steps.realNumbers(start) * steps.realNumbers(start)));
        for (long i = 0; i < budget; i++) {
            Optional<Case> candidate = isForOne ? steps.boldlyFrom(best) : steps.from(best);
            if (candidate.isEmpty()) {
                return Optional.empty();
            }
            looked++;
            OptionalDouble reached = distance(candidate.get());
            if (reached.isEmpty() || reached.getAsDouble() > lowest) {
                continue;
            }
            best = candidate.get();
            lowest = reached.getAsDouble();
            if (lowest <= 0 && judged++ < MOST_JUDGEMENTS && judgement.of(best) == sought()) {
                return Optional.of(best);
            }
        }
        return Optional.empty();
    }

    private Outcome sought() {
        return isForOne ? Outcome.SATISFIED : Outcome.VIOLATED;
    }

    /** From what is sought: not above 0 where binary64 says that it is reached. */
    private OptionalDouble distance(Case values) {
        OptionalDouble found = margin.of(values);
        return isForOne && found.isPresent() ? OptionalDouble.of(-found.getAsDouble()) : found;
    }
}
