package gradlab.reports.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What a figure says in words.
 *
 * @param figure the figure
 * @param series what it draws
 */
record FigureWords(LogFigure figure, List<Series> series) {

    /** For those who cannot see it. */
    String description() {
        List<String> curves = series.stream().map(FigureWords::curve).toList();
        return "Line chart of " + figure.vertical() + " over " + figure.horizontal() + ". " + String.join(" ", curves);
    }

    private static String curve(Series curve) {
        double[] drawn = curve.drawn().toArray();
        if (drawn.length == 0) {
            return curve.name() + ": no point can be drawn.";
        }
        double least = Arrays.stream(drawn).min().orElseThrow();
        double most = Arrays.stream(drawn).max().orElseThrow();
        return curve.name() + ": from " + shown(drawn[0]) + " to " + shown(drawn[drawn.length - 1]) + ", between "
                + shown(least) + " and " + shown(most) + ".";
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.3g", value);
    }

    /** What is missing from the curves, and why. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (Series curve : series) {
            curve.firstNonFinite()
                    .ifPresent(i -> notes.add(curve.name() + ": the first value that is not finite stands at "
                            + figure.place() + " "
                            + FirstNonFinite.place(curve.x().get(i))
                            + "; nothing is drawn where a value is not finite."));
            long below =
                    curve.y().stream().filter(y -> Double.isFinite(y) && y <= 0).count();
            if (below > 0) {
                notes.add(curve.name() + ": "
                        + (below == 1 ? "one value of 0 or below is" : below + " values of 0 or below are")
                        + " left out, for a logarithmic axis has no place for them.");
            }
        }
        return notes;
    }
}
