package gradlab.verification.search;

import gradlab.analysis.expression.RunSource;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Evidence;
import gradlab.verification.claim.Quantifier;
import gradlab.verification.domain.Judgement;
import gradlab.verification.domain.Margin;
import gradlab.verification.domain.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;

/**
 * Draws cases, judges each rigorously, drives the closest ones towards violation, and shrinks what it finds. Counts and
 * findings depend on the claim, the seed and the number of trials alone: cases are drawn by number, judged in batches of
 * a fixed size and counted in order, whatever the number of threads.
 */
public final class CaseSearch {

    private static final int BATCH = 64;
    private static final int DRAWS_A_TRIAL = 6;
    private static final String DRAWN = "by jqwik from a mixture of scales and structures (integers, one"
            + " scale, mixed scales, constant, nearly constant, sparse, diagonal, rank one, nilpotent, orthogonal), then"
            + " by ascent from the cases closest to ";

    private final long seed;
    private final int trials;
    private final int threads;

    private CaseSearch(long seed, int trials, int threads) {
        this.seed = seed;
        this.trials = trials;
        this.threads = threads;
    }

    /**
     * A search.
     *
     * @param seed all randomness comes from it
     * @param trials how many decided cases to look at
     * @param threads how many threads to use; the result does not depend on it
     */
    public static CaseSearch of(long seed, int trials, int threads) {
        if (trials < 1 || threads < 1) {
            throw new IllegalArgumentException(
                    "trials and threads must be at least 1, were " + trials + " and " + threads);
        }
        return new CaseSearch(seed, trials, threads);
    }

    /** Searches the domain of a claim about the reals. */
    public Finding of(Claim claim, Progress progress) {
        Judgement judgement = new Judgement(claim, RunSource.NONE);
        Tally tally = new Tally(claim.quantifier() == Quantifier.FORALL ? Outcome.VIOLATED : Outcome.SATISFIED);
        List<Finding> finding = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            JqwikSession.run(() -> finding.add(search(claim, judgement, tally, workers, progress)));
        } finally {
            workers.shutdownNow();
        }
        return finding.get(0);
    }

    private Finding search(Claim claim, Judgement judgement, Tally tally, ExecutorService workers, Progress progress) {
        CaseSource source = new CaseSource(claim, seed);
        long most = (long) DRAWS_A_TRIAL * trials;
        for (long first = 0; first < most && !tally.isSettled(trials); first += BATCH) {
            int size = (int) Math.min(BATCH, most - first);
            long start = first;
            List<Shrinkable<Case>> batch = IntStream.range(0, size)
                    .mapToObj(i -> source.draw(start + i))
                    .toList();
            List<Seen> seen = seen(batch, judgement, new Margin(claim), workers);
            for (int i = 0; i < size && !tally.isSettled(trials); i++) {
                tally.count(batch.get(i), seen.get(i));
            }
            progress.at(tally.counts().decided(), trials);
        }
        return finding(claim, judgement, tally);
    }

    private Finding finding(Claim claim, Judgement judgement, Tally tally) {
        Optional<Case> drawn = tally.decisive()
                .map(found -> Shrinking.of(found, judgement, tally.sought()))
                .map(found -> simplified(claim, found, judgement, tally.sought()));
        int looked = 0;
        Optional<Case> violation = Optional.empty();
        if (drawn.isEmpty()) {
            Ascent ascent = new Ascent(claim, judgement, seed);
            violation = ascent.from(tally.closest())
                    .or(() ->
                            claim.quantifier() == Quantifier.FORALL ? ascent.tiedWith(tally.first()) : Optional.empty())
                    .map(found -> simplified(claim, found, judgement, tally.sought()));
            looked = ascent.looked();
        }
        int against = tally.counts().undecided() + (tally.decisive().isPresent() ? 1 : 0);
        int draws = tally.counts().decided() + tally.counts().undecided();
        Evidence.Search search = new Evidence.Search(
                tally.counts(),
                trials,
                looked,
                RateBound.upper95(Math.min(against, draws), draws),
                tally.margin(),
                tally.instance(),
                DRAWN + (claim.quantifier() == Quantifier.FORALL ? "violation" : "fulfilment"));
        String how = drawn.isPresent()
                ? "drawn as case " + tally.counts().drawn() + " and simplified"
                : "found by ascent on the margin, at its case " + looked + ", and simplified";
        return new Finding(search, drawn.isPresent() ? drawn : violation, how);
    }

    /** Smaller first: then few numbers are left to simplify. */
    private static Case simplified(Claim claim, Case found, Judgement judgement, Outcome sought) {
        Case smaller = SizeReduction.of(claim, found, judgement, sought);
        return Simplification.of(claim, smaller, judgement, sought);
    }

    private static List<Seen> seen(
            List<Shrinkable<Case>> batch, Judgement judgement, Margin margins, ExecutorService workers) {
        // A shrinkable makes its value when asked, which only the thread of the jqwik session may do.
        List<Case> cases = batch.stream().map(Shrinkable::value).toList();
        List<Future<Seen>> futures = cases.stream()
                .map(values -> workers.submit(() -> Seen.of(values, judgement, margins)))
                .toList();
        return futures.stream().map(CaseSearch::result).toList();
    }

    private static Seen result(Future<Seen> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
