package gradlab.reports.document;

import gradlab.analysis.survey.LayerRow;
import gradlab.analysis.survey.Lipschitz;
import java.util.List;
import java.util.Optional;

/**
 * What the layers of a subject do.
 *
 * @param rows one row a layer
 * @param lipschitz global bounds, of a plain network
 */
public record LayerView(List<LayerRow> rows, Optional<Lipschitz> lipschitz) {
    /** Copies the list. */
    public LayerView {
        rows = List.copyOf(rows);
    }
}
