package gradlab.verification.labelled;

import gradlab.dynamics.diagnosis.Diagnosis;
import gradlab.dynamics.diagnosis.Finding;
import gradlab.dynamics.diagnosis.FindingKind;
import gradlab.dynamics.diagnosis.RunLog;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * When a diagnosis of the log so far first finds an explosion. The log is looked at after each of its first
 * records and then after every fifth, as somebody would who watches a run; what ended it is hidden.
 */
final class EarlyWarning {
    private static final int DENSE = 10;
    private static final int EVERY = 5;

    private EarlyWarning() {}

    /** The step of the last record that was looked at when it was found. */
    static OptionalLong of(RunLog log) {
        long[] steps = log.loss().stream()
                .flatMapToLong(loss -> LongStream.range(0, loss.size()).map(i -> loss.step((int) i)))
                .toArray();
        for (int i = 0; i < steps.length; i++) {
            boolean looks = i < DENSE || i % EVERY == 0 || i == steps.length - 1;
            if (looks && explodes(log.until(steps[i]))) {
                return OptionalLong.of(steps[i]);
            }
        }
        return OptionalLong.empty();
    }

    private static boolean explodes(RunLog log) {
        RunLog unended = new RunLog(log.source(), log.format(), log.series(), Optional.empty(), log.notes());
        return Diagnosis.of(unended).findings().stream()
                .filter(Finding::isHarmful)
                .anyMatch(f -> f.kind() == FindingKind.EXPLOSION || f.kind() == FindingKind.HIDDEN_BY_CLIPPING);
    }
}
