package gradlab.verification.settlement;

import gradlab.analysis.expression.CanonicalForm;
import gradlab.analysis.expression.Expression;
import gradlab.analysis.expression.RunRequest;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.CaseValue;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Evidence;
import gradlab.verification.claim.Named;
import gradlab.verification.claim.Quantifier;
import gradlab.verification.claim.Trial;
import gradlab.verification.domain.Judgement;
import gradlab.verification.experiment.ExperimentRuns;
import gradlab.verification.experiment.TrackedRuns;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Claims about training runs: over the seeds of one variable, and the values of others, each run is made and the statement judged
 * of what it recorded. An existence claim ends at the first run that satisfies it, a universal one at the first that violates it.
 */
final class RunClaims {

    private final ExperimentRuns runs;
    private final Settings settings;
    private final Listener listener;

    RunClaims(ExperimentRuns runs, Settings settings, Listener listener) {
        this.runs = runs;
        this.settings = settings;
        this.listener = listener;
    }

    static boolean isAboutRuns(Claim claim) {
        Stream<Expression> named = Stream.concat(claim.constants().stream(), claim.definitions().stream())
                .map(Named::expression);
        Stream<Expression> statements = Stream.concat(claim.hypotheses().stream(), Stream.of(claim.statement()));
        return Stream.concat(named, statements).anyMatch(e -> CanonicalForm.mentions(e, "run"));
    }

    List<Evidence> of(Claim claim) {
        RunCases cases = RunCases.of(claim, settings.quick());
        boolean exists = claim.quantifier() == Quantifier.EXISTS;
        Trial.Outcome decisive = exists ? Trial.Outcome.SATISFIES : Trial.Outcome.VIOLATES;
        List<TrialRuns> found = new OrderedWork(settings.threads(), listener)
                .upTo(
                        trial -> trial.trial().outcome() == decisive,
                        cases.cases().size(),
                        i -> trial(claim, cases.cases().get(i)));
        Evidence.Training training = TrialRuns.evidence(claim, runs, found, cases.planned());
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(training);
        // A witness is replayed in full length, and so is none where runs were short.
        if (!exists && training.shortened().isEmpty()) {
            training.with(decisive)
                    .forEach(trial -> evidence.add(new Evidence.Witness(
                            trial.values(), false, "the run with seed " + trial.seed(), Evidence.Recheck.UNDECIDED)));
        }
        return evidence;
    }

    private TrialRuns trial(Claim claim, Case values) {
        TrackedRuns tracked = new TrackedRuns(runs);
        Trial.Outcome outcome = switch (new Judgement(claim, tracked).of(values)) {
            case SATISFIED -> Trial.Outcome.SATISFIES;
            case VIOLATED -> Trial.Outcome.VIOLATES;
            case DISCARDED -> Trial.Outcome.DISCARDED;
            case UNDEFINED -> Trial.Outcome.UNDEFINED;
            case UNDECIDED -> Trial.Outcome.UNDECIDED;
        };
        long seed =
                tracked.requests().stream().map(RunRequest::seed).findFirst().orElseGet(() -> firstNumber(values));
        return TrialRuns.of(values, seed, outcome, tracked);
    }

    private static long firstNumber(Case values) {
        return values.values().values().stream()
                .filter(CaseValue.OfNumber.class::isInstance)
                .map(value -> ((CaseValue.OfNumber) value).value().longValue())
                .findFirst()
                .orElse(0L);
    }
}
