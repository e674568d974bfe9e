package gradlab.analysis.survey;

import java.util.concurrent.CancellationException;

/** Hears how far a survey has come. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress SILENT = (stage, done, total) -> {};

    /**
     * So many of so many steps of a stage are done.
     *
     * @param stage what is being done
     * @param total how many there are, negative where nobody knows
     */
    void at(String stage, long done, long total);

    /**
     * {@link #at}, unless the thread was interrupted.
     *
     * @throws CancellationException if it was; its interrupt status stays set
     */
    default void pass(String stage, long done, long total) {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
        at(stage, done, total);
    }
}
