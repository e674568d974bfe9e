package gradlab.dynamics.euler;

import java.util.List;
import java.util.Locale;

/** What to do about a step, in one sentence. */
final class Advice {
    private static final double DIGITS = 1e4;

    private Advice() {}

    static String of(
            double h, List<SchemeStability> schemes, double stepNorm, double contractive, double mu, Verdict verdict) {
        SchemeStability euler = schemes.get(0);
        return switch (verdict) {
            case CONTRACTS -> "none needed: ‖I + hJ‖ = " + number(stepNorm);
            case TRANSIENT -> transientGrowth(h, stepNorm, contractive, mu);
            case STEP_TOO_LARGE ->
                "scale the branch by " + factor(euler.largestStep() / h) + " (h at most "
                        + factor(euler.largestStep()) + ", set by the eigenvalue "
                        + eigenvalue(euler.limitReal(), euler.limitImaginary()) + ")"
                        + afterwards(h, contractive, mu);
            case NO_STABLE_STEP -> noStep(h, schemes);
            case UNSETTLED ->
                "the outermost eigenvalues were not found, and some vector grows by " + number(stepNorm)
                        + " in one step"
                        + (contractive > 0
                                ? ": scale the branch by " + factor(contractive / h) + " and none grows"
                                : "");
        };
    }

    /** The part of the advice that differs between layers of one verdict; {@link #note} says the rest. */
    static String brief(LayerStability layer) {
        double h = layer.step();
        String quiet =
                layer.contractiveStep() > 0 && layer.contractiveStep() < h ? factor(layer.contractiveStep() / h) : "";
        return switch (layer.verdict()) {
            case CONTRACTS -> "none needed";
            case TRANSIENT, UNSETTLED -> quiet.isEmpty() ? "no scale keeps all from growing" : "scale by " + quiet;
            case STEP_TOO_LARGE ->
                "scale by " + factor(layer.scheme(Scheme.FORWARD_EULER).largestStep() / h)
                        + (quiet.isEmpty() ? "" : ", by " + quiet + " none grows");
            case NO_STABLE_STEP -> "no stable step" + otherScheme(h, layer.schemes());
        };
    }

    private static String otherScheme(double h, List<SchemeStability> schemes) {
        return schemes.stream()
                .skip(1)
                .filter(other -> other.largestStep() > 0)
                .findFirst()
                .map(other -> "; " + other.scheme().title()
                        + (other.largestStep() < h ? ": scale by " + factor(other.largestStep() / h) : " is stable"))
                .orElse("");
    }

    /** What {@link #brief} means in every row of a verdict. */
    static String note(Verdict verdict) {
        return switch (verdict) {
            case CONTRACTS -> "none needed: |I + hJ| is at most 1, no vector grows";
            case TRANSIENT ->
                "all eigenvalues are inside, yet some vector grows by |I + hJ| in a step: scale the branch by the factor"
                        + " and none grows, which is possible where mu_2 is below 0";
            case STEP_TOO_LARGE ->
                "an eigenvalue is outside Forward Euler's region: scale the branch by the factor and all are inside;"
                        + " by the second one, which there is where mu_2 is below 0, and no vector grows at all";
            case NO_STABLE_STEP ->
                "no step of Forward Euler is stable, however small: an eigenvalue has a real part that is not negative";
            case UNSETTLED ->
                "the outermost eigenvalues were not found: scale the branch by the factor and no vector grows";
        };
    }

    /** Of a whole stack. */
    static String ofStack(List<LayerStability> layers, double scale) {
        List<LayerStability> stuck = layers.stream()
                .filter(layer -> layer.verdict() == Verdict.NO_STABLE_STEP)
                .toList();
        List<LayerStability> transients = layers.stream()
                .filter(layer -> layer.verdict() == Verdict.TRANSIENT)
                .toList();
        if (!stuck.isEmpty()) {
            return "no step of Forward Euler is stable for " + stuck.size() + " of " + layers.size()
                    + " layers, the first " + stuck.get(0).name()
                    + ": its branch has an eigenvalue whose real part is not negative";
        } else if (scale < 1) {
            return "scale every branch by " + factor(scale) + ", or each as its row says";
        }
        long open = layers.stream()
                .filter(layer -> layer.verdict() == Verdict.UNSETTLED)
                .count();
        if (open > 0) {
            return "the outermost eigenvalues of " + open + " of " + layers.size()
                    + " layers were not found; a step whose norm is at most 1 is stable whatever they are";
        }
        return transients.isEmpty()
                ? "none needed: no layer stretches any vector"
                : "all eigenvalues are inside, but " + transients.size() + " of " + layers.size()
                        + " layers stretch some vector, the first "
                        + transients.get(0).name();
    }

    private static String transientGrowth(double h, double stepNorm, double contractive, double mu) {
        String before = "some vector grows by " + number(stepNorm) + " in one step though all eigenvalues are inside: ";
        return contractive > 0
                ? before + "scale the branch by " + factor(contractive / h) + " and none grows"
                : before + "no scaling prevents it, for mu_2 = " + number(mu) + " is not negative";
    }

    private static String afterwards(double h, double contractive, double mu) {
        return contractive > 0
                ? "; by " + factor(contractive / h) + " and no vector grows at all"
                : "; some vector grows at first even so, for mu_2 = " + number(mu) + " is not negative";
    }

    private static String noStep(double h, List<SchemeStability> schemes) {
        SchemeStability euler = schemes.get(0);
        StringBuilder text = new StringBuilder("no step of Forward Euler is stable: the eigenvalue ")
                .append(eigenvalue(euler.limitReal(), euler.limitImaginary()))
                .append(euler.limitReal() > 0 ? " has a positive real part" : " has the real part 0");
        for (SchemeStability other : schemes.subList(1, schemes.size())) {
            if (other.largestStep() > 0) {
                text.append("; ").append(other.scheme().title()).append(" is stable up to h = ");
                text.append(number(other.largestStep()));
                text.append(other.largestStep() < h ? ", scale the branch by " + factor(other.largestStep() / h) : "");
                break;
            }
        }
        return text.toString();
    }

    static String eigenvalue(double real, double imaginary) {
        return imaginary == 0
                ? number(real)
                : number(real) + (imaginary < 0 ? " - " : " + ") + number(Math.abs(imaginary)) + "i";
    }

    /** Four significant digits, rounded down so that following the advice is enough. */
    private static String factor(double value) {
        if (!Double.isFinite(value) || value <= 0) {
            return number(value);
        }
        double unit = StrictMath.pow(10, Math.floor(StrictMath.log10(value))) / DIGITS * 10;
        return number(Math.floor(value / unit * (1 + 1e-12)) * unit);
    }

    static String number(double value) {
        String text = String.format(Locale.ROOT, "%.4g", value);
        return text.contains("e") || !text.contains(".")
                ? text
                : text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
