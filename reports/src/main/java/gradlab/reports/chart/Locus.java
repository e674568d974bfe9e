package gradlab.reports.chart;

import java.util.List;

/**
 * A curve in the complex plane, from its first point on.
 *
 * @param name what the legend calls it
 * @param real real parts, at least one
 * @param imaginary as many imaginary parts
 */
public record Locus(String name, List<Double> real, List<Double> imaginary) {
    /** Checks the points; copies them. */
    public Locus {
        if (real.isEmpty() || real.size() != imaginary.size()) {
            throw new IllegalArgumentException("real and imaginary must be of one length, at least 1, were "
                    + real.size() + " and " + imaginary.size());
        }
        real = List.copyOf(real);
        imaginary = List.copyOf(imaginary);
    }
}
