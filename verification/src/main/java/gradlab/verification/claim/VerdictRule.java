package gradlab.verification.claim;

import gradlab.verification.claim.Evidence.Recheck;
import gradlab.verification.claim.Evidence.Standing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The one place where a verdict is made. It looks at the evidence and at nothing else: a claim is PROVED by an accepted
 * theorem, by a certificate for every case that the independent checker accepts, or (existence) by a confirmed case;
 * REFUTED by an accepted theorem of the negation, or by one confirmed case against it; SUPPORTED by enough decided cases
 * with none against, or by training runs it speaks of; otherwise UNDECIDED. A claim about means and probabilities that
 * exact moments do not settle is REFUTED, or SUPPORTED, statistically.
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
        Optional<Ruling> refutation = rule.refutation();
        if (proof.isPresent() && refutation.isPresent()) {
            throw new ConflictException(
                    claim.id(),
                    proof.get().reason() + ", yet " + refutation.get().reason());
        }
        return proof.or(() -> refutation).or(rule::support).orElseGet(rule::undecided);
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
        Optional<String> witness =
                witnesses(false).map(w -> "a confirmed case violates it").findFirst();
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
                .map(e -> new Ruling(verdict, "statistically: " + interval(e) + waiting(), true));
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
        return all(Evidence.Training.class)
                .filter(Evidence.Training::decides)
                .flatMap(t -> fromRuns(t).stream())
                .findFirst()
                .or(() -> statistically(Standing.SATISFIES, Verdict.SUPPORTED))
                .or(() -> claim.quantifier() == Quantifier.EXISTS ? fromReplay() : fromSearch());
    }

    private Optional<Ruling> fromRuns(Evidence.Training runs) {
        if (claim.quantifier() == Quantifier.EXISTS) {
            return runs.supporting().stream()
                    .findFirst()
                    .map(seed -> new Ruling(Verdict.SUPPORTED, "the run with seed " + seed + " satisfies it"));
        }
        boolean all = !runs.seeds().isEmpty()
                && runs.supporting().size() == runs.seeds().size();
        return all
                ? Optional.of(
                        new Ruling(Verdict.SUPPORTED, "all " + runs.seeds().size() + " runs satisfy it"))
                : Optional.empty();
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
        if (sample.isPresent()) {
            return claim.quantifier() == Quantifier.EXISTS
                    ? "no case is known that satisfies it exactly, and samples settle no existence"
                    : "the intervals from " + draws(sample.get()) + " draws neither exclude it nor satisfy it within"
                            + " its tolerance";
        }
        Optional<Evidence.Search> search = all(Evidence.Search.class).findFirst();
        if (search.isPresent()) {
            return missing(search.get());
        }
        Optional<Evidence.Training> runs =
                all(Evidence.Training.class).filter(Evidence.Training::decides).findFirst();
        if (runs.isPresent()) {
            return "of " + runs.get().seeds().size() + " runs, "
                    + runs.get().supporting().size() + " satisfy it";
        }
        Optional<Evidence.Certificate> certificate =
                all(Evidence.Certificate.class).findFirst();
        return certificate.isPresent()
                ? "the independent checker could not confirm the "
                        + certificate.get().method()
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
