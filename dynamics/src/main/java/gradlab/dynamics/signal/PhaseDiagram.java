package gradlab.dynamics.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * chi_1 over a grid of weight and bias variances, with the boundary.
 *
 * @param phi the activation function
 * @param weightVariances sigma_w², ascending
 * @param biasVariances sigma_b², ascending
 * @param chi chi_1, one list a bias variance
 * @param boundary the boundary at bias variances that lie closer towards 0, where it may be steep
 */
public record PhaseDiagram(
        Nonlinearity phi,
        List<Double> weightVariances,
        List<Double> biasVariances,
        List<List<Double>> chi,
        List<BoundaryPoint> boundary) {
    private static final int MOST_POINTS = 401;
    private static final double BEYOND = 2;

    /** Copies the lists. */
    public PhaseDiagram {
        weightVariances = List.copyOf(weightVariances);
        biasVariances = List.copyOf(biasVariances);
        chi = chi.stream().map(List::copyOf).toList();
        boundary = List.copyOf(boundary);
    }

    /** The diagram for bias variances from 0 to a largest one and weight variances to twice the boundary's largest. */
    public static PhaseDiagram of(Nonlinearity phi, double mostBias, int points) {
        if (!(mostBias > 0 && mostBias <= 1e6)) {
            throw new IllegalArgumentException("mostBias must be positive and at most 1e6, was " + mostBias);
        }
        if (points < 2 || points > MOST_POINTS) {
            throw new IllegalArgumentException("points must be between 2 and " + MOST_POINTS + ", was " + points);
        }
        List<Double> biases = spread(mostBias, points);
        List<BoundaryPoint> boundary = PhaseBoundary.of(phi)
                .at(spread(1, points).stream().map(x -> mostBias * x * x).toList());
        double most = boundary.stream()
                .mapToDouble(p -> p.weightVariance().value())
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        List<Double> weights = spread(BEYOND * most, points);
        MeanField theory = MeanField.of(phi);
        List<List<Double>> chi = new ArrayList<>();
        for (double bias : biases) {
            chi.add(weights.stream()
                    .map(weight -> theory.chi(Variances.of(weight, bias)).value())
                    .toList());
        }
        return new PhaseDiagram(phi, weights, biases, chi, boundary);
    }

    private static List<Double> spread(double most, int points) {
        return IntStream.range(0, points).mapToObj(i -> most * i / (points - 1)).toList();
    }
}
