package gradlab.reports.chart;

/**
 * A place on the horizontal axis that a figure points out.
 *
 * @param place where
 * @param label what is there, in a few words
 */
public record Mark(double place, String label) {

    /** Checks both. */
    public Mark {
        if (!Double.isFinite(place)) {
            throw new IllegalArgumentException("place must be finite, was " + place);
        }
        if (label.isBlank()) {
            throw new IllegalArgumentException("label must not be blank");
        }
    }
}
