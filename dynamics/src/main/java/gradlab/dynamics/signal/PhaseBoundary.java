package gradlab.dynamics.signal;

import gradlab.dynamics.signal.BoundaryPoint.Candidate;
import gradlab.dynamics.signal.BoundaryPoint.Outcome;
import gradlab.dynamics.signal.PhasePoint.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * The line in the plane of sigma_w² and sigma_b² at which the ordered phase ends (poole2016, schoenholz2017).
 *
 * <p>A fixed point q with chi_1 = 1 has {@code sigma_w² = 1/E phi'²} and {@code sigma_b² = q - E phi²/E phi'²}: the line is a
 * curve in q, and for a given sigma_b² a root in one variable. It counts if the inputs' variance comes to that q. If none counts,
 * the phase ends where the variance stops to be bounded ({@code sigma_w² (a² + b²)/2 = 1} for the slopes a, b of phi far out) or
 * in a jump, found by bisection.
 */
public final class PhaseBoundary {
    private static final double NEAR = 1e-6;
    private static final double LEAST_Q = 1e-5;
    private static final double MOST_WEIGHT = 1e9;
    private static final int HALVINGS = 44;
    private static final double JUMP = 1e-5;

    private final Nonlinearity phi;
    private final MeanField theory;
    private final double input;

    private PhaseBoundary(Nonlinearity phi, double input) {
        this.phi = phi;
        this.theory = MeanField.of(phi);
        this.input = input;
    }

    /** The boundary for this function and inputs of mean square 1. */
    public static PhaseBoundary of(Nonlinearity phi) {
        return new PhaseBoundary(phi, 1);
    }

    /** For inputs of another mean square, which matters where the variance has several fixed points that attract. */
    public PhaseBoundary withInput(double meanSquare) {
        return new PhaseBoundary(phi, new Variances(1, 0, 0, meanSquare).input());
    }

    /** The boundary at each of these bias variances. */
    public List<BoundaryPoint> at(List<Double> biasVariances) {
        return biasVariances.stream().map(this::at).toList();
    }

    /** The boundary at this bias variance. */
    public BoundaryPoint at(double biasVariance) {
        List<Candidate> candidates = candidates(biasVariance);
        Optional<Candidate> reached = candidates.stream()
                .filter(c -> isReached(c, biasVariance))
                .min((a, b) -> Double.compare(
                        a.weightVariance().value(), b.weightVariance().value()));
        if (reached.isPresent()) {
            Candidate found = reached.get();
            return new BoundaryPoint(
                    biasVariance, found.weightVariance(), found.variance(), Outcome.CONTINUOUS, candidates);
        }
        return atInfinity(biasVariance, candidates);
    }

    private Variances variances(double weight, double bias) {
        return new Variances(weight, bias, 0, input);
    }

    private boolean isReached(Candidate candidate, double bias) {
        Variances there = variances(candidate.weightVariance().value(), bias);
        double q = VarianceMap.of(phi, there).destination(there.first());
        return Math.abs(q - candidate.variance()) <= NEAR + NEAR * candidate.variance();
    }

    /** The fixed points with chi_1 = 1 at this bias variance. */
    private List<Candidate> candidates(double bias) {
        if (phi.homogeneous()) {
            double weight = 1 / phi.farOut().meanSquare();
            double q = variances(weight, bias).first();
            return bias > 0 ? List.of() : List.of(new Candidate(Estimate.exact(weight), q, 1));
        }
        List<Candidate> found = new ArrayList<>();
        boolean fromZero = bias == 0 && phi.vanishesAtZero();
        if (fromZero) {
            found.add(new Candidate(Estimate.exact(1 / phi.nearZero().meanSquare()), 0, 1));
        }
        MeansByVariance table = MeansByVariance.of(phi);
        List<Double> places = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            double q = table.variance(i);
            if (!fromZero || q >= LEAST_Q) {
                places.add(StrictMath.log(q));
                values.add(1 - table.square(i) / table.slopeSquare(i) / q - bias / q);
            }
        }
        for (Bracket bracket : Bracket.all(array(places), array(values), excess(table.means(), bias))) {
            found.add(candidate(table.means(), StrictMath.exp(bracket.root(excess(table.means(), bias)))));
        }
        return found;
    }

    private static DoubleUnaryOperator excess(GaussianMeans means, double bias) {
        return t -> {
            double q = StrictMath.exp(t);
            return 1 - means.square(q).value() / means.slopeSquare(q).value() / q - bias / q;
        };
    }

    /** The weight variance there; an error of q moves it by the slope of E phi'² too. */
    private static Candidate candidate(GaussianMeans means, double q) {
        Estimate weight = Estimate.exact(1).over(means.slopeSquare(q));
        double slope = weight.value() * means.squareDerivative(q).value();
        double other = 1 / means.slopeSquare(q * (1 + NEAR)).value();
        double sensitivity = Math.abs(other / weight.value() - 1) / NEAR;
        double relative = means.square(q).error() / means.square(q).value() + weight.error() / weight.value();
        return new Candidate(
                new Estimate(weight.value(), weight.error() + 10 * relative * sensitivity * weight.value()), q, slope);
    }

    private static double[] array(List<Double> list) {
        return list.stream().mapToDouble(x -> x).toArray();
    }

    private BoundaryPoint atInfinity(double bias, List<Candidate> candidates) {
        double limit = 1 / phi.farOut().meanSquare();
        if (limit < MOST_WEIGHT
                && isOrdered(limit * (1 - NEAR), bias)
                && !isOrdered(limit * (1 + NEAR), bias)
                && chi(limit * (1 - NEAR), bias) > 1 - 1e-2) {
            return new BoundaryPoint(
                    bias, Estimate.exact(limit), Double.POSITIVE_INFINITY, Outcome.UNBOUNDED, candidates);
        }
        OptionalDouble high = firstNotOrdered(bias);
        if (high.isEmpty()) {
            Estimate never = Estimate.exact(Double.POSITIVE_INFINITY);
            return new BoundaryPoint(bias, never, Double.POSITIVE_INFINITY, Outcome.NONE, candidates);
        }
        return bisected(bias, high.getAsDouble(), candidates);
    }

    private double chi(double weight, double bias) {
        return theory.chi(variances(weight, bias)).value();
    }

    private boolean isOrdered(double weight, double bias) {
        return Verdict.of(chi(weight, bias)) == Verdict.ORDERED;
    }

    private OptionalDouble firstNotOrdered(double bias) {
        for (double weight = 1.0 / 16; weight <= MOST_WEIGHT; weight *= 1.1) {
            if (!isOrdered(weight, bias)) {
                return OptionalDouble.of(weight);
            }
        }
        return OptionalDouble.empty();
    }

    private BoundaryPoint bisected(double bias, double notOrdered, List<Candidate> candidates) {
        double low = notOrdered / 1.1;
        double high = notOrdered;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (isOrdered(middle, bias)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        Variances there = variances(high, bias);
        double q = VarianceMap.of(phi, there).destination(there.first());
        boolean jumps = chi(low, bias) < 1 - JUMP;
        Outcome outcome = jumps ? Outcome.JUMP : Double.isInfinite(q) ? Outcome.UNBOUNDED : Outcome.CONTINUOUS;
        return new BoundaryPoint(bias, new Estimate(high, high - low + Math.ulp(high)), q, outcome, candidates);
    }
}
