package gradlab.verification.claim;

import gradlab.verification.claim.Evidence.Recheck;
import gradlab.verification.claim.Evidence.Standing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one place where a verdict is made. It looks at the evidence and at nothing else: a claim is PROVED by an accepted
 * theorem, by a certificate for every case that the independent checker accepts, or (existence) by a confirmed case;
 * REFUTED by an accepted theorem of the negation, or by one confirmed case against it; SUPPORTED by enough decided cases
 * with none against, or by training runs it speaks of; otherwise UNDECIDED. A claim about means and probabilities that
 * exact moments do not settle is REFUTED, or SUPPORTED, statistically. Runs that were shortened never refute.
 */
public final class VerdictRule {

    private static final int FEWEST_CASES = 100;
    private static final int MOST_DISCARDS_A_HIT = 5;

    private final Claim claim;
    private final List<Evidence> evidence;

    private VerdictRule(Claim claim, List<Evidence> evidence) {
        this.claim = claim;
        this.evidence = evidence;
    }

    /**
     * The verdict on a claim.
     *
     * @throws ConflictException if pieces of evidence contradict each other
     */
    public static Ruling of(Claim claim, List<Evidence> evidence) {
        VerdictRule rule = new VerdictRule(claim, evidence);
        rule.requireAgreement();
        Optional<Ruling> proof = rule.proof();
        Optional<Ruling> refutation = rule.isAboutShortRuns() ? Optional.empty() : rule.refutation();
        if (proof.isPresent() && refutation.isPresent()) {
            throw new ConflictException(
                    claim.id(),
                    proof.get().reason() + ", yet " + refutation.get().reason());
        }
        return proof.or(() -> refutation).or(rule::support).orElseGet(rule::undecided);
    }

    /** Whether the claim is about runs, and some of them were shorter than their experiments say. */
    private boolean isAboutShortRuns() {
        return decisiveRuns().anyMatch(runs -> !runs.shortened().isEmpty());
    }

    private Stream<Evidence.Training> decisiveRuns() {
        return all(Evidence.Training.class).filter(Evidence.Training::decides);
    }

    /** Nothing is ever proved about computing in a floating-point format. */
    private Optional<Ruling> proof() {
        return claim.format().isPresent() ? Optional.empty() : proofAboutReals();
    }

    private Optional<Ruling> proofAboutReals() {
        Optional<String> theorem = theorems(false)
                .map(t -> "theorem " + t.name() + " says exactly this and the proof checker accepts it")
                .findFirst();
        Optional<String> certificate = all(Evidence.Certificate.class)
                .filter(c -> c.holds() && c.recheck() == Recheck.ACCEPTED)
                .map(c ->
                        c.method() + " covers every case (" + c.parts() + " in all) and the independent checker agrees")
                .findFirst();
        Optional<String> existence =
                witnesses(true).map(w -> "a confirmed case satisfies it").findFirst();
        return theorem.or(() -> certificate).or(() -> existence).map(r -> new Ruling(Verdict.PROVED, r));
    }

    private Optional<Ruling> refutation() {
        Optional<String> witness = witnesses(false)
                .map(w -> decisiveRuns()
                        .flatMap(runs -> runs.with(Trial.Outcome.VIOLATES).stream())
                        .map(trial -> "the run with seed " + trial.seed() + " violates it")
                        .findFirst()
                        .orElse("a confirmed case violates it"))
                .findFirst();
        Optional<String> theorem = theorems(true)
                .map(t -> "theorem " + t.name() + " says exactly the negation and the proof checker accepts it")
                .findFirst();
        Optional<String> certificate = all(Evidence.Certificate.class)
                .filter(c -> !c.holds() && c.recheck() == Recheck.ACCEPTED)
                .map(c -> c.method() + " covers every case (" + c.parts()
                        + " in all), none satisfies it, and the independent checker agrees")
                .findFirst();
        return witness.or(() -> theorem)
                .or(() -> certificate)
                .map(r -> new Ruling(Verdict.REFUTED, r))
                .or(() -> statistically(Standing.VIOLATES, Verdict.REFUTED));
    }

    /** What a fresh sample says, where exact moments do not. */
    private Optional<Ruling> statistically(Standing standing, Verdict verdict) {
        return sampled()
                .filter(e -> e.standing() == standing)
                .filter(e -> claim.quantifier() == Quantifier.FORALL)
                .filter(e -> standing == Standing.VIOLATES || e.allCases() || e.cases() >= FEWEST_CASES)
                .findFirst()
                .map(e -> new Ruling(verdict, "statistically: " + interval(e) + shortness() + waiting(), true));
    }

    private Stream<Evidence.Expectation> sampled() {
        return all(Evidence.Expectation.class).filter(Evidence.Expectation::isSampled);
    }

    private static String interval(Evidence.Expectation e) {
        String cases = e.cases() == 1 ? "" : " in each of " + e.cases() + " cases";
        return e.standing() == Standing.VIOLATES
                ? "a valid interval of level 1 - 1e-6 from a fresh sample excludes it"
                : "the 95 % interval from a fresh sample satisfies it within the tolerance" + cases;
    }

    private Optional<Ruling> support() {
        return decisiveRuns()
                .flatMap(t -> fromRuns(t).stream())
                .findFirst()
                .or(this::fromMoments)
                .or(() -> statistically(Standing.SATISFIES, Verdict.SUPPORTED))
                .or(() -> claim.quantifier() == Quantifier.EXISTS ? fromReplay() : fromSearch());
    }

    /** What exact moments say of every case, where the independent checker cannot tell. */
    private Optional<Ruling> fromMoments() {
        return all(Evidence.Expectation.class)
                .filter(e -> !e.isSampled() && e.allCases() && e.standing() == Standing.SATISFIES)
                .findFirst()
                .map(e -> new Ruling(
                        Verdict.SUPPORTED,
                        "exact moments satisfy it, and the independent checker could not tell" + waiting()));
    }

    private Optional<Ruling> fromRuns(Evidence.Training runs) {
        List<Trial> satisfying = runs.with(Trial.Outcome.SATISFIES);
        int discarded = runs.with(Trial.Outcome.DISCARDED).size();
        boolean exists = claim.quantifier() == Quantifier.EXISTS;
        boolean all = satisfying.size() + discarded == runs.trials().size()
                && discarded <= MOST_DISCARDS_A_HIT * satisfying.size();
        if (satisfying.isEmpty() || !(exists || all)) {
            return Optional.empty();
        }
        String found = exists
                ? "the run with seed " + satisfying.get(0).seed() + " satisfies it"
                : satisfying.size() == 1 ? "its one run satisfies it" : "all " + satisfying.size() + " runs satisfy it";
        return Optional.of(new Ruling(Verdict.SUPPORTED, found + shortness()));
    }

    /** What was left out of a claim about runs for a first impression. */
    private String shortness() {
        return decisiveRuns()
                .map(runs -> {
                    boolean fewer = claim.quantifier() == Quantifier.FORALL
                            && runs.trials().size() < runs.planned();
                    String cases = fewer ? runs.trials().size() + " of " + runs.planned() + " cases" : "";
                    String runsMade = runs.shortened().isEmpty() ? "" : "runs shorter than their experiments say";
                    return Stream.of(cases, runsMade)
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(", "));
                })
                .filter(words -> !words.isEmpty())
                .map(words -> "; for a first impression: " + words)
                .findFirst()
                .orElse("");
    }

    /** Of an existence claim about a floating-point format, whose case would prove it about the reals. */
    private Optional<Ruling> fromReplay() {
        return witnesses(true)
                .findFirst()
                .map(w -> new Ruling(Verdict.SUPPORTED, "replaying the operations of a confirmed case satisfies it"));
    }

    private Optional<Ruling> fromSearch() {
        return all(Evidence.Search.class)
                .filter(s -> s.counts().decided() >= Math.max(FEWEST_CASES, s.wanted()))
                .filter(s -> s.counts().discarded() <= MOST_DISCARDS_A_HIT * hits(s))
                .findFirst()
                .map(s -> new Ruling(
                        Verdict.SUPPORTED,
                        "no violation among " + s.counts().decided() + " decided cases and " + s.ascents()
                                + " driven towards one" + waiting()));
    }

    private Ruling undecided() {
        return new Ruling(Verdict.UNDECIDED, missing() + waiting());
    }

    private String missing() {
        Optional<Evidence.Expectation> sample = sampled().findFirst();
        boolean contradicted = decisiveRuns()
                        .anyMatch(runs -> !runs.with(Trial.Outcome.VIOLATES).isEmpty())
                || sample.filter(e -> e.standing() == Standing.VIOLATES).isPresent();
        if (isAboutShortRuns() && contradicted && claim.quantifier() == Quantifier.FORALL) {
            return "runs shorter than their experiments say contradict it, and such runs never refute";
        }
        if (sample.isPresent()) {
            return draws(sample.get()) == 0
                    ? "no sample was drawn: " + sample.get().means().get(0).expression()
                    : "the intervals from " + draws(sample.get()) + " draws neither exclude it nor satisfy it within"
                            + " its tolerance";
        }
        Optional<Evidence.Search> search = all(Evidence.Search.class).findFirst();
        if (search.isPresent()) {
            return missing(search.get());
        }
        Optional<Evidence.Training> runs = decisiveRuns().findFirst();
        if (runs.isPresent()) {
            int satisfying = runs.get().with(Trial.Outcome.SATISFIES).size();
            return "of " + runs.get().trials().size() + " runs, " + satisfying + " satisfy it" + shortness();
        }
        Optional<Evidence.Certificate> certificate =
                all(Evidence.Certificate.class).findFirst();
        return certificate.isPresent()
                ? "the independent checker could not confirm the "
                        + certificate.get().method()
                : claim.isStatistical() && claim.quantifier() == Quantifier.EXISTS
                        ? "exact moments know no case that satisfies it, and samples settle no existence"
                        : "it has no cases to draw, and neither exact nor interval arithmetic settles it, or it is undefined";
    }

    private static int draws(Evidence.Expectation sample) {
        return sample.means().stream().mapToInt(Evidence.Mean::draws).max().orElse(0);
    }

    private String missing(Evidence.Search search) {
        CaseCounts counts = search.counts();
        if (counts.discarded() > MOST_DISCARDS_A_HIT * hits(search)) {
            return "too few cases met the hypotheses: " + hits(search) + " of " + counts.drawn();
        }
        if (claim.quantifier() == Quantifier.EXISTS) {
            return "no case among " + counts.decided() + " decided ones satisfies it";
        }
        return "only " + counts.decided() + " of " + Math.max(FEWEST_CASES, search.wanted()) + " cases were decided ("
                + counts.undecided() + " undecided, " + counts.undefined() + " undefined)";
    }

    private String waiting() {
        return all(Evidence.Theorem.class)
                .filter(t -> !t.accepted())
                .map(t -> "; theorem " + t.name() + " does not count: " + t.reason())
                .findFirst()
                .orElse("");
    }

    private static int hits(Evidence.Search search) {
        CaseCounts counts = search.counts();
        return counts.drawn() - counts.discarded();
    }

    private Stream<Evidence.Theorem> theorems(boolean negation) {
        return all(Evidence.Theorem.class).filter(t -> t.accepted() && t.negation() == negation);
    }

    private Stream<Evidence.Witness> witnesses(boolean satisfies) {
        boolean decisive = satisfies == (claim.quantifier() == Quantifier.EXISTS);
        return all(Evidence.Witness.class).filter(w -> decisive && w.satisfies() == satisfies);
    }

    private void requireAgreement() {
        if (all(Evidence.Witness.class).anyMatch(w -> w.recheck() == Recheck.CONTRADICTED)) {
            throw new ConflictException(claim.id(), "a case was confirmed that the independent checker rejects");
        }
        if (all(Evidence.Certificate.class).anyMatch(c -> c.recheck() == Recheck.CONTRADICTED)) {
            throw new ConflictException(
                    claim.id(), "every case was covered, and the independent checker rejects one of them");
        }
    }

    private <E extends Evidence> Stream<E> all(Class<E> type) {
        return evidence.stream().filter(type::isInstance).map(type::cast);
    }
}
