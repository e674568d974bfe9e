package gradlab.verification.search;

import gradlab.verification.claim.Case;
import gradlab.verification.claim.Claim;
import gradlab.verification.domain.Margin;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The decided cases closest to violation, closest first.
 *
 * @param cases at most {@value #MOST} of them
 * @param margin the margin of the first
 */
record Closest(List<Case> cases, Optional<Double> margin) {

    private static final int MOST = 8;

    /** A case and its margin. */
    private record Ranked(Case values, double margin) {}

    static Closest of(Claim claim, List<Case> decided) {
        Margin margins = new Margin(claim);
        List<Ranked> ranked = decided.stream()
                .flatMap(values -> ranked(values, margins.of(values)).stream())
                .sorted(Comparator.comparingDouble(Ranked::margin))
                .limit(MOST)
                .toList();
        return new Closest(
                ranked.stream().map(Ranked::values).toList(),
                ranked.stream().findFirst().map(Ranked::margin));
    }

    private static Optional<Ranked> ranked(Case values, OptionalDouble margin) {
        return margin.isPresent() ? Optional.of(new Ranked(values, margin.getAsDouble())) : Optional.empty();
    }
}
