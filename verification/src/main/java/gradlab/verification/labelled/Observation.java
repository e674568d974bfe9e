package gradlab.verification.labelled;

import gradlab.dynamics.diagnosis.Diagnosis;
import gradlab.dynamics.diagnosis.Finding;
import gradlab.dynamics.diagnosis.FindingKind;
import gradlab.dynamics.diagnosis.LogSeries;
import gradlab.dynamics.diagnosis.Quantity;
import gradlab.dynamics.diagnosis.RunLog;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What the detectors and the fixed rules say of one run.
 *
 * @param recipe how it was made
 * @param ending how it ended
 * @param label what it is, if construction and end agree
 * @param harm the kinds of harm found in its log
 * @param plainHarm the same with loss and whole gradient norm alone in the log, as the usual trainers write it
 * @param warned at which step of the log so far an explosion is first found, without a look at what ended the run
 * @param fired which fixed rules fire
 */
public record Observation(
        Recipe recipe,
        Ending ending,
        Optional<Built> label,
        Set<FindingKind> harm,
        Set<FindingKind> plainHarm,
        OptionalLong warned,
        Set<FixedRule> fired) {

    /** Of a run that was made. */
    public static Observation of(LabelledRuns.Made made) {
        RunLog log = made.log();
        List<LogSeries> plain = log.series().stream()
                .filter(s ->
                        s.layer().isEmpty() && (s.quantity() == Quantity.LOSS || s.quantity() == Quantity.GRADIENT))
                .toList();
        return new Observation(
                made.recipe(),
                made.ending(),
                Labelling.of(made.recipe().built(), made.ending()),
                harm(log),
                harm(new RunLog(log.source(), log.format(), plain, log.end(), log.notes())),
                EarlyWarning.of(log),
                FixedRules.of(made));
    }

    private static Set<FindingKind> harm(RunLog log) {
        Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
        Diagnosis.of(log).findings().stream()
                .filter(Finding::isHarmful)
                .map(Finding::kind)
                .forEach(kinds::add);
        return kinds;
    }

    /** Whether this kind of harm names what the run was labelled. */
    static boolean names(Built label, Set<FindingKind> harm) {
        return switch (label) {
            case EXPLODING -> harm.contains(FindingKind.EXPLOSION) || harm.contains(FindingKind.HIDDEN_BY_CLIPPING);
            case VANISHING -> harm.contains(FindingKind.VANISHING);
            case HEALTHY, NOISY, SPIKE -> harm.isEmpty();
        };
    }
}
