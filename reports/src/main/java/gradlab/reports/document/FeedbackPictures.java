package gradlab.reports.document;

import gradlab.reports.chart.Figure;
import java.util.List;

/** The figures of a feedback loop. */
public final class FeedbackPictures {
    private FeedbackPictures() {}

    /** The figures. */
    public static List<Figure> of(FeedbackView view) {
        return List.of();
    }
}
