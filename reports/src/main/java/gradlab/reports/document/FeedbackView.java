package gradlab.reports.document;

import gradlab.analysis.survey.RecurrentSubject;
import gradlab.dynamics.feedback.DrivenCell;
import gradlab.dynamics.feedback.FeedbackReport;
import gradlab.dynamics.feedback.FixedPoint;
import java.util.List;
import java.util.Optional;

/**
 * All that there is to say of a feedback loop.
 *
 * @param subject what of a file is fed back
 * @param of which linear loop of it the report is of
 * @param report of that loop
 * @param fixedPoint of the cell under zero input, where the subject is one
 * @param driven the cell along the recording, where there is one
 * @param advice what to do
 * @param notConverged what did not converge, each with what to do about it
 */
public record FeedbackView(
        RecurrentSubject subject,
        String of,
        FeedbackReport report,
        Optional<FixedPoint> fixedPoint,
        Optional<DrivenCell> driven,
        List<String> advice,
        List<String> notConverged) {
    /** Copies the lists. */
    public FeedbackView {
        advice = List.copyOf(advice);
        notConverged = List.copyOf(notConverged);
    }
}
