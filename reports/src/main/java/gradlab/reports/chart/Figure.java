package gradlab.reports.chart;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A drawn figure.
 *
 * @param id its anchor in a document: lower-case letters, digits and hyphens
 * @param title what it shows, in a few words
 * @param description what it shows, for those who cannot see it
 * @param notes what the reader must know of points that could not be drawn
 * @param svg an {@code <svg>} element without sizes, to stand inside HTML; drawn here, so it is not escaped again
 */
public record Figure(String id, String title, String description, List<String> notes, String svg) {

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]*");

    /** Checks the id; copies the notes. */
    public Figure {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("id must be lower-case letters, digits and hyphens, was " + id);
        }
        notes = List.copyOf(notes);
    }
}
