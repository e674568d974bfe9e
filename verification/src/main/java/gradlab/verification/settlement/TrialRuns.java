package gradlab.verification.settlement;

import gradlab.analysis.expression.RunRequest;
import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.claim.Evidence;
import gradlab.verification.claim.Trial;
import gradlab.verification.experiment.ExperimentRuns;
import gradlab.verification.experiment.TrackedRuns;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What became of one case, and the runs that it is about.
 *
 * @param trial the case
 * @param requests the runs
 * @param digests their digests, by label
 */
record TrialRuns(Trial trial, Collection<RunRequest> requests, Map<String, String> digests) {

    static TrialRuns of(Case values, long seed, Trial.Outcome outcome, TrackedRuns tracked) {
        List<String> labels = tracked.requests().stream().map(RunRequest::label).toList();
        return new TrialRuns(
                new Trial(values, seed, outcome, labels, tracked.readings()), tracked.requests(), tracked.digests());
    }

    /** What some cases of a claim say together. */
    static Evidence.Training evidence(Claim claim, ExperimentRuns runs, List<TrialRuns> trials, int planned) {
        Set<RunRequest> requests = new LinkedHashSet<>();
        Map<String, String> digests = new LinkedHashMap<>();
        trials.forEach(one -> {
            requests.addAll(one.requests());
            digests.putAll(one.digests());
        });
        String experiments =
                requests.stream().map(RunRequest::experiment).distinct().collect(Collectors.joining(", "));
        List<String> shortened = requests.stream()
                .filter(request -> !runs.shortenings(request).isEmpty())
                .map(request -> request.experiment() + ": " + String.join(" ", runs.shortenings(request)))
                .distinct()
                .toList();
        return new Evidence.Training(
                requests.isEmpty() ? claim.support().experiment().orElse("") : experiments,
                true,
                trials.stream().map(TrialRuns::trial).toList(),
                planned,
                shortened,
                Map.of(),
                digests);
    }
}
