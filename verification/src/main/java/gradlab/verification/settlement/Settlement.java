package gradlab.verification.settlement;

import gradlab.analysis.expression.RunRequest;
import gradlab.analysis.expression.RunSource;
import gradlab.dynamics.training.RunRecord;
import gradlab.verification.certificate.Cover;
import gradlab.verification.certificate.Coverage;
import gradlab.verification.certificate.SymbolicCover;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.ClaimResult;
import gradlab.verification.claim.ConflictException;
import gradlab.verification.claim.Evidence;
import gradlab.verification.claim.Evidence.Standing;
import gradlab.verification.claim.Quantifier;
import gradlab.verification.claim.Ruling;
import gradlab.verification.claim.Trial;
import gradlab.verification.claim.VerdictRule;
import gradlab.verification.domain.Judgement;
import gradlab.verification.expectation.ExactMeans;
import gradlab.verification.experiment.ExperimentRuns;
import gradlab.verification.experiment.Measurements;
import gradlab.verification.proof.ProofChecker;
import gradlab.verification.search.CaseSearch;
import gradlab.verification.search.DrawnCases;
import gradlab.verification.search.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Settles claims: gathers theorems, a cover of the whole domain, a search and training runs, and asks the verdict rule.
 * Theorems stand first but are waited for last, since the proof checker may be at work meanwhile.
 */
public final class Settlement {

    /** The seed of the runs that are shown beside claims about layers. */
    private static final long MEASURED_SEED = 1;

    private final Settings settings;
    private final ProofChecker checker;
    private final Theorems theorems;
    private final ExperimentRuns runs;
    private final Listener listener;
    private final Optional<Journal> journal;

    /** A settlement by some settings, with a proof checker and a source of runs. */
    public Settlement(Settings settings, ProofChecker checker, ExperimentRuns runs, Listener listener) {
        this(settings, checker, runs, listener, Optional.empty());
    }

    private Settlement(
            Settings settings,
            ProofChecker checker,
            ExperimentRuns runs,
            Listener listener,
            Optional<Journal> journal) {
        this.settings = settings;
        this.checker = checker;
        this.theorems = new Theorems(checker, settings.proofs());
        this.runs = runs;
        this.listener = listener;
        this.journal = journal;
    }

    /** The same, going on from what was found before an interruption. */
    public Settlement withJournal(Journal kept) {
        return new Settlement(settings, checker, runs, listener, Optional.of(kept));
    }

    /**
     * Starts the proof checker in the background if one of some claims names a theorem.
     *
     * @throws gradlab.analysis.source.SourceException if theorems are required and it is not installed
     */
    public void prepare(List<Claim> claims) {
        if (settings.proofs() == ProofMode.REQUIRE) {
            theorems.requireChecker();
        }
        if (settings.proofs() != ProofMode.OFF && claims.stream().anyMatch(Settlement::namesTheorem)) {
            Thread thread = new Thread(checker::auditEverything, "proof checker");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static boolean namesTheorem(Claim claim) {
        return claim.support().proof().isPresent() || claim.support().disproof().isPresent();
    }

    /**
     * Settles one claim.
     *
     * @throws gradlab.verification.claim.ConflictException if evidence contradicts itself
     * @throws gradlab.analysis.source.SourceException if the claim turns out not to fit its own sizes
     */
    public ClaimResult of(Claim claim) {
        List<Evidence> evidence = claim.isAboutRandomRuns()
                ? new StatisticalClaims(settings, runs, listener).ofRuns(claim)
                : RunClaims.isAboutRuns(claim) ? aboutRuns(claim) : aboutReals(claim);
        Ruling ruling = VerdictRule.of(claim, evidence);
        return new ClaimResult(claim, ruling.verdict(), ruling.reason(), ruling.statistical(), evidence);
    }

    private List<Evidence> aboutRuns(Claim claim) {
        listener.stage(claim.id(), "training");
        return new RunClaims(runs, settings, listener).of(claim);
    }

    private List<Evidence> aboutReals(Claim claim) {
        List<Evidence> evidence = new ArrayList<>(journal.map(kept -> kept.of(claim, settings, () -> computed(claim)))
                .orElseGet(() -> computed(claim)));
        addMeasurements(evidence, claim);
        listener.stage(claim.id(), "theorems");
        evidence.addAll(0, theorems.of(claim));
        return evidence;
    }

    /** What a cover, a search, samples and exact moments find. */
    private List<Evidence> computed(Claim claim) {
        List<Evidence> evidence = new ArrayList<>();
        listener.stage(claim.id(), "covering the domain");
        Cover cover = Coverage.of(claim);
        boolean settled =
                addCertificate(evidence, claim, cover) || (cover.decisive().isEmpty() && addSymbolic(evidence, claim));
        Optional<Case> decisive = cover.decisive();
        String how = cover.method();
        boolean open = !settled && cover.decisive().isEmpty();
        boolean decidable = !open || !claim.isStatistical() || isDecidable(claim);
        if (!claim.variables().isEmpty() && !settled && decidable) {
            listener.stage(claim.id(), "search");
            Finding finding = CaseSearch.of(
                            settings.seed(), settings.trials(claim.support().trials()), settings.threads())
                    .of(claim, listener::progress);
            evidence.add(finding.search());
            how = finding.decisive().isPresent() ? finding.how() : how;
            decisive = finding.decisive().or(cover::decisive);
            decidable = finding.search().counts().undecided() == 0;
        }
        if (claim.isStatistical() && open && !decidable && decisive.isEmpty()) {
            new StatisticalClaims(settings, runs, listener).sampled(claim).ifPresent(evidence::add);
        }
        addWitness(evidence, claim, decisive, how);
        addExactMeans(evidence, claim);
        return evidence;
    }

    /** Whether exact moments decide the statistical claim in the first case that is drawn, or none meets its hypotheses. */
    private boolean isDecidable(Claim claim) {
        List<Case> cases = claim.variables().isEmpty() ? List.of(Case.EMPTY) : DrawnCases.of(claim, settings.seed(), 1);
        return cases.stream()
                .anyMatch(values ->
                        new Judgement(claim, RunSource.NONE).of(values).isDecided());
    }

    /** Shows the means in the case that a certificate, a search or a witness gives. */
    private static void addExactMeans(List<Evidence> evidence, Claim claim) {
        if (claim.isStatistical()) {
            List.copyOf(evidence).stream()
                    .flatMap(item -> exactMeans(item, claim).stream())
                    .reduce((first, last) -> last)
                    .ifPresent(evidence::add);
        }
    }

    private static Optional<Evidence.Expectation> exactMeans(Evidence item, Claim claim) {
        if (item instanceof Evidence.Certificate c) {
            Standing standing = c.holds() ? Standing.SATISFIES : Standing.VIOLATES;
            return ExactMeans.of(claim, c.instance(), standing, c.parts(), true);
        }
        if (item instanceof Evidence.Witness w) {
            Standing standing = w.satisfies() ? Standing.SATISFIES : Standing.VIOLATES;
            return ExactMeans.of(claim, w.found(), standing, 1, false);
        }
        return item instanceof Evidence.Search s
                ? s.instance().flatMap(values -> ExactMeans.of(claim, values, Standing.SATISFIES, 1, false))
                : Optional.empty();
    }

    /** Adds the certificate of a complete cover; whether it settles the claim, or a search should still be made. */
    private static boolean addCertificate(List<Evidence> evidence, Claim claim, Cover cover) {
        if (cover.outcome() != Cover.Result.ALL && cover.outcome() != Cover.Result.NONE) {
            return false;
        }
        boolean holds = cover.outcome() == Cover.Result.ALL;
        Evidence.Recheck recheck = IndependentCheck.ofBoxes(claim, cover.leaves(), holds);
        evidence.add(new Evidence.Certificate(
                cover.method(), cover.leaves().size(), holds, cover.instance().orElseThrow(), recheck));
        return recheck != Evidence.Recheck.UNDECIDED;
    }

    /** Adds the certificate of a cover with symbols; whether it settles the claim. */
    private boolean addSymbolic(List<Evidence> evidence, Claim claim) {
        Optional<List<SymbolicCover.Part>> parts = SymbolicCover.of(claim);
        List<Case> instance = parts.isEmpty() ? List.of() : DrawnCases.of(claim, settings.seed(), 1);
        if (instance.isEmpty()) {
            return false;
        }
        Evidence.Recheck recheck = IndependentCheck.ofSymbols(claim, parts.get());
        if (recheck != Evidence.Recheck.UNDECIDED) {
            evidence.add(
                    new Evidence.Certificate(SymbolicCover.METHOD, parts.get().size(), true, instance.get(0), recheck));
        }
        return recheck != Evidence.Recheck.UNDECIDED;
    }

    /** A witness counts only if it passes the replay that a stranger would make: domain, hypotheses and statement. */
    private static void addWitness(List<Evidence> evidence, Claim claim, Optional<Case> decisive, String how) {
        boolean satisfies = claim.quantifier() == Quantifier.EXISTS;
        decisive.ifPresent(values -> {
            Replay replay = Replay.of(claim, values, RunSource.NONE);
            if (!replay.confirmed()) {
                throw new ConflictException(claim.id(), "a case was found that its replay rejects: " + replay.reason());
            }
            evidence.add(
                    new Evidence.Witness(values, satisfies, how, IndependentCheck.ofCase(claim, values, satisfies)));
        });
    }

    private void addMeasurements(List<Evidence> evidence, Claim claim) {
        claim.support().experiment().ifPresent(name -> {
            listener.stage(claim.id(), "training");
            RunRequest request = RunRequest.of(name, MEASURED_SEED);
            RunRecord run = runs.record(request);
            List<String> shortened = runs.shortenings(request);
            evidence.add(new Evidence.Training(
                    name,
                    false,
                    List.of(new Trial(
                            Case.EMPTY, MEASURED_SEED, Trial.Outcome.MEASURED, List.of(request.label()), List.of())),
                    1,
                    shortened.isEmpty() ? List.of() : List.of(name + ": " + String.join(" ", shortened)),
                    Measurements.of(runs.experiment(name), run),
                    Map.of(request.label(), run.digest())));
        });
    }
}
