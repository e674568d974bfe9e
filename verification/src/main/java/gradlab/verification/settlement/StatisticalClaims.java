package gradlab.verification.settlement;

import gradlab.analysis.expression.RunSource;
import gradlab.analysis.random.RandomStream;
import gradlab.verification.certificate.FiniteDomain;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Evidence;
import gradlab.verification.claim.Named;
import gradlab.verification.claim.Quantifier;
import gradlab.verification.claim.Trial;
import gradlab.verification.domain.Distribution;
import gradlab.verification.domain.DistributionReader;
import gradlab.verification.domain.DomainReader;
import gradlab.verification.domain.Judgement;
import gradlab.verification.expectation.RunFrequencies;
import gradlab.verification.expectation.Sampling;
import gradlab.verification.experiment.ExperimentRuns;
import gradlab.verification.experiment.TrackedRuns;
import gradlab.verification.search.DrawnCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.LongStream;

/** Claims about means and probabilities that exact moments do not settle: samples of cases, and of training runs. */
final class StatisticalClaims {

    /** Cases that are drawn where not all can be listed; the fewest that can support. */
    private static final int CASES = 100;

    private static final int LARGEST_SEED = 1 << 30;

    private final Settings settings;
    private final ExperimentRuns runs;
    private final Listener listener;

    StatisticalClaims(Settings settings, ExperimentRuns runs, Listener listener) {
        this.settings = settings;
        this.runs = runs;
        this.listener = listener;
    }

    /** Cases, and whether they are all that there are. */
    private record Cases(List<Case> cases, boolean all) {}

    /** What samples say; nothing if there is no case to look at, or existence is claimed. */
    Optional<Evidence> sampled(Claim claim) {
        Cases cases = claim.quantifier() == Quantifier.EXISTS ? new Cases(List.of(), false) : cases(claim);
        if (cases.cases().isEmpty()) {
            return Optional.empty();
        }
        listener.stage(claim.id(), "sampling");
        Sampling sampling = new Sampling(claim, settings.seed());
        ForkJoinPool workers = new ForkJoinPool(settings.threads());
        try {
            return Optional.of(workers.submit(() -> sampling.of(cases.cases(), cases.all()))
                    .get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private Cases cases(Claim claim) {
        return listed(claim)
                .map(all -> new Cases(all, true))
                .orElseGet(() -> new Cases(DrawnCases.of(claim, settings.seed(), CASES), false));
    }

    private static Optional<List<Case>> listed(Claim claim) {
        List<Case> cases = List.of(Case.EMPTY);
        for (Named variable : claim.variables()) {
            List<Case> longer = new ArrayList<>();
            for (Case before : cases) {
                var values = FiniteDomain.values(new DomainReader(claim, before).read(variable.expression()));
                if (values.isEmpty() || longer.size() + values.get().size() > CASES) {
                    return Optional.empty();
                }
                values.get().forEach(value -> longer.add(before.with(variable.name(), value)));
            }
            cases = longer;
        }
        Judgement judgement = new Judgement(claim, RunSource.NONE);
        return Optional.of(cases.stream().filter(judgement::admits).toList());
    }

    /** What the runs with random seeds say. */
    List<Evidence> ofRuns(Claim claim) {
        listener.stage(claim.id(), "training");
        Distribution.Seeds seeds = (Distribution.Seeds)
                DistributionReader.of(claim, Case.EMPTY).values().iterator().next();
        RandomStream stream = RandomStream.of(settings.seed(), "seeds of " + claim.id());
        List<Long> drawn = LongStream.range(0, seeds.count())
                .map(i -> 1L + stream.nextInt(LARGEST_SEED))
                .boxed()
                .toList();
        RunFrequencies frequencies = new RunFrequencies(claim);
        List<TrialRuns> trials = new ArrayList<>();
        List<RunFrequencies.Observation> seen = new ArrayList<>();
        new OrderedWork(settings.threads(), listener)
                .upTo(never -> false, drawn.size(), i -> observed(frequencies, drawn.get(i)))
                .forEach(one -> {
                    trials.add(one.trial());
                    seen.add(one.seen());
                });
        return List.of(frequencies.of(seen), TrialRuns.evidence(claim, runs, trials, drawn.size()));
    }

    /** What the run with one seed shows. */
    private record Observed(TrialRuns trial, RunFrequencies.Observation seen) {}

    private Observed observed(RunFrequencies frequencies, long seed) {
        TrackedRuns tracked = new TrackedRuns(runs);
        RunFrequencies.Observation seen = frequencies.of(seed, tracked);
        return new Observed(TrialRuns.of(Case.EMPTY, seed, Trial.Outcome.MEASURED, tracked), seen);
    }
}
