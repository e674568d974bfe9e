package gradlab.dynamics.euler;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One residual layer x + h f(x) as a step of Forward Euler; J is the Jacobian of f at the point.
 *
 * @param name its name
 * @param kind what its branch computes
 * @param dimension n
 * @param step h
 * @param continues whether it begins where the layer before ends
 * @param differentiable whether the point is at no kink
 * @param spectrum the eigenvalues of J
 * @param muTwo mu_2(J)
 * @param lowerTwo -mu_2(-J)
 * @param logarithmicNorms all of them, where J was made dense
 * @param departure Henrici's departure from normality of J over ‖J‖_F, 0 of a normal matrix; where J was made dense
 * @param jacobianNorm ‖J‖
 * @param stepNorm ‖I + hJ‖
 * @param contractiveStep the largest step with ‖I + hJ‖ <= 1, 0 if there is none, infinite if J is 0
 * @param schemes each method
 * @param verdict what follows
 * @param advice what to do
 */
public record LayerStability(
        String name,
        String kind,
        int dimension,
        double step,
        boolean continues,
        boolean differentiable,
        BranchSpectrum spectrum,
        double muTwo,
        double lowerTwo,
        Optional<LogarithmicNorms> logarithmicNorms,
        OptionalDouble departure,
        double jacobianNorm,
        double stepNorm,
        double contractiveStep,
        List<SchemeStability> schemes,
        Verdict verdict,
        String advice) {
    /** Copies the list. */
    public LayerStability {
        schemes = List.copyOf(schemes);
    }

    /** The part of the advice that differs from that of other layers with this verdict, whose {@link Verdict#note} says the rest. */
    public String briefAdvice() {
        return Advice.brief(this);
    }

    /** What a method makes of it. */
    public SchemeStability scheme(Scheme scheme) {
        return schemes.stream()
                .filter(stability -> stability.scheme() == scheme)
                .findFirst()
                .orElseThrow();
    }

    /** (‖I + hJ‖ - 1)/h, which tends to mu_2(J) as h falls to 0. */
    public double logNormQuotient() {
        return (stepNorm - 1) / step;
    }

    /** An upper bound of ‖I + hJ‖ from mu_2 and ‖J‖: the root of 1 + 2 h mu_2 + h² ‖J‖². */
    public double stepNormBound() {
        double product = step * jacobianNorm;
        return Math.sqrt(Math.max(0, 1 + 2 * step * muTwo + product * product));
    }
}
