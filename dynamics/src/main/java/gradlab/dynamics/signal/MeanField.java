package gradlab.dynamics.signal;

import gradlab.dynamics.signal.PhasePoint.Outcome;
import gradlab.dynamics.signal.PhasePoint.Verdict;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Mean-field theory of fully connected networks {@code x_{l+1} = W phi(x_l) + b}, {@code W ~ N(0, sigma_w²/n)},
 * {@code b ~ N(0, sigma_b²)}, as n goes to infinity (poole2016, schoenholz2017).
 *
 * <p>{@code chi_1 = sigma_w² E phi'(sqrt(q*) z)²}; with dropout, sigma_w² over the share that is kept, and no correlation then
 * reaches 1. The last one also gives the Lyapunov exponent of h <- W phi(h) at the same variances (sompolinsky1988). Accuracy:
 * each number with its estimate, about 1e-12 for one layer; near a neutral fixed point divided by the distance of its slope from 1.
 * Cost: about 50 ms the first time for a function, then milliseconds, more where a correlation below 1 has to be found.
 */
public final class MeanField {
    private static final double TIE = 1e-12;

    private final Nonlinearity phi;

    private MeanField(Nonlinearity phi) {
        this.phi = phi;
    }

    /** The theory for this function. */
    public static MeanField of(Nonlinearity phi) {
        return new MeanField(phi);
    }

    /** All that is known at these variances. */
    public PhasePoint at(Variances variances) {
        VarianceMap map = VarianceMap.of(phi, variances);
        double q = map.destination(variances.first());
        List<FixedPoint> points = map.fixedPoints();
        Estimate place = points.stream()
                .map(FixedPoint::place)
                .filter(p -> Double.isFinite(q) && Math.abs(p.value() - q) <= 1e-9 * q)
                .findFirst()
                .orElse(Estimate.exact(q));
        Outcome outcome = map.isIdentity()
                ? Outcome.STAYS
                : q == 0 ? Outcome.VANISHES : Double.isInfinite(q) ? Outcome.DIVERGES : Outcome.SETTLES;
        Estimate chi = chi(map, place);
        double slope = Double.isInfinite(q) ? 1 : map.slope(q);
        Correlations correlations = correlations(map, q);
        FixedPoint attracting = CorrelationMap.attracting(correlations.points);
        double atCorrelation = correlations.isFlat ? chi.value() : attracting.slope();
        return new PhasePoint(
                phi,
                variances,
                outcome,
                place,
                points,
                chi,
                attracting.place(),
                correlations.points,
                correlations.identity,
                atCorrelation,
                depth(slope),
                depth(atCorrelation),
                depth(chi.value()),
                Verdict.of(chi.value()));
    }

    /** chi_1 where the variance goes from the inputs; all that a phase diagram needs. */
    Estimate chi(Variances variances) {
        VarianceMap map = VarianceMap.of(phi, variances);
        return chi(map, Estimate.exact(map.destination(variances.first())));
    }

    private Estimate chi(VarianceMap map, Estimate q) {
        if (Double.isInfinite(q.value())) {
            return Estimate.exact(map.slopeFarOut());
        }
        Estimate chi = map.table()
                .means()
                .slopeSquare(q.value())
                .affine(map.variances().kept(), 0);
        double moved = q.error() * (1 + Math.abs(chi.value())) / Math.max(q.value(), 1e-300);
        return new Estimate(chi.value(), chi.error() + Math.min(moved, Math.abs(chi.value()) * 1e-3));
    }

    /**
     * Near 0 and far out phi is two half-lines, and C the map of these at any variance; then the distance of two signals tells
     * how they part or meet, since their angle need not change.
     */
    private Correlations correlations(VarianceMap map, double q) {
        Variances variances = map.variances();
        if (q > 0 && q < Double.POSITIVE_INFINITY) {
            CorrelationMap correlation = new CorrelationMap(map.table().means(), variances, q);
            return new Correlations(correlation.fixedPoints(), map.isIdentity() && phi.odd(), false);
        }
        Nonlinearity bent = phi.bent(q == 0 ? phi.nearZero() : phi.farOut());
        double square = bent.farOut().meanSquare();
        Variances scaled = new Variances((1 - variances.dropout()) / square, 0, variances.dropout(), 1);
        CorrelationMap correlation = new CorrelationMap(GaussianMeans.of(bent), scaled, 1);
        return new Correlations(correlation.fixedPoints(), bent.odd() && variances.dropout() == 0, true);
    }

    private static OptionalDouble depth(double slope) {
        double size = Math.abs(slope);
        if (Math.abs(size - 1) < TIE) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(size == 0 ? 0 : 1 / Math.abs(StrictMath.log(size)));
    }

    private record Correlations(List<FixedPoint> points, boolean identity, boolean isFlat) {}
}
