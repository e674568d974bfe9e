package gradlab.dynamics.diagnosis;

import java.util.Comparator;
import java.util.List;

/**
 * What is wrong with a run.
 *
 * @param log the log it was read from
 * @param findings what was found, the surest first, of equals the earliest
 */
public record Diagnosis(RunLog log, List<Finding> findings) {
    /** What is less sure than this is not told. */
    private static final double LEAST = 0.05;

    private static final List<Detector> DETECTORS = List.of(
            new NonFiniteNumbers(),
            new LossRise(),
            new NormGrowth(),
            new DepthDecay(),
            new SmallGradient(),
            new Plateau(),
            new UnitShares(Quantity.DEAD),
            new UnitShares(Quantity.SATURATED),
            new SilentLayers(),
            new HiddenByClipping(),
            new SharpnessExcess(),
            new Oscillation());

    /** Copies the list. */
    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** Looks at a log with the thresholds of the theory. */
    public static Diagnosis of(RunLog log) {
        return of(log, Thresholds.ofTheory());
    }

    /** Looks at a log with other thresholds. */
    public static Diagnosis of(RunLog log, Thresholds thresholds) {
        Course course = new Course(log, thresholds);
        List<Finding> findings = DETECTORS.stream()
                .flatMap(detector -> detector.look(course).stream())
                .filter(finding -> finding.confidence() >= LEAST)
                .sorted(Comparator.<Finding>comparingDouble(f -> -f.confidence())
                        .thenComparingLong(f -> f.step().orElse(Long.MAX_VALUE)))
                .toList();
        return new Diagnosis(log, findings);
    }

    /** Whether no finding counts as harm. */
    public boolean isHealthy() {
        return findings.stream().noneMatch(Finding::isHarmful);
    }
}
