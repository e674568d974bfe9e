package gradlab.reports.chart;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Points of one curve, in order. Values that are not finite are part of it: a figure shows where they begin.
 *
 * @param name what the legend calls it
 * @param x finite numbers, increasing: steps, or layers
 * @param y as many values, of any kind
 */
public record Series(String name, List<Double> x, List<Double> y) {

    /** Checks the points; copies them. */
    public Series {
        if (name.isBlank()) {
            throw new IllegalArgumentException("name must not be blank");
        }
        if (x.size() != y.size()) {
            throw new IllegalArgumentException(
                    "x and y must be of equal length, were " + x.size() + " and " + y.size());
        }
        x = List.copyOf(x);
        y = List.copyOf(y);
        for (int i = 0; i < x.size(); i++) {
            if (!Double.isFinite(x.get(i)) || (i > 0 && !(x.get(i) > x.get(i - 1)))) {
                throw new IllegalArgumentException("x must be finite and increasing, was " + x.get(i) + " at " + i);
            }
        }
    }

    /** Points whose places and values stand in arrays of equal length. */
    public static Series of(String name, double[] x, double[] y) {
        return new Series(
                name,
                Arrays.stream(x).boxed().toList(),
                Arrays.stream(y).boxed().toList());
    }

    /** Values at the places {@code first}, {@code first + 1} and so on. */
    public static Series from(String name, int first, double[] y) {
        return of(
                name,
                IntStream.range(0, y.length)
                        .mapToDouble(i -> (double) first + i)
                        .toArray(),
                y);
    }

    /** The same points, and behind them a place where the value was not finite: for a run that ended there. */
    public Series withNonFiniteAt(double place) {
        return new Series(
                name,
                Stream.concat(x.stream(), Stream.of(place)).toList(),
                Stream.concat(y.stream(), Stream.of(Double.NaN)).toList());
    }

    /** How many points. */
    public int size() {
        return x.size();
    }

    /** Whether a point can stand on a logarithmic axis. */
    boolean isDrawn(int i) {
        return Double.isFinite(y.get(i)) && y.get(i) > 0;
    }

    /** The values that can stand on a logarithmic axis. */
    DoubleStream drawn() {
        return IntStream.range(0, size()).filter(this::isDrawn).mapToDouble(y::get);
    }

    /** The first point that is not finite. */
    OptionalInt firstNonFinite() {
        return IntStream.range(0, size())
                .filter(i -> !Double.isFinite(y.get(i)))
                .findFirst();
    }
}
