package gradlab.dynamics.lyapunov;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.StairColumns;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.operator.LinearOperator;
import gradlab.analysis.survey.LayerChain.Link;
import gradlab.dynamics.lyapunov.SelfCheck.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What there is to check and to know of the exponents of a network by depth.
 *
 * @param links the layers at the first input
 * @param products of the layers at each input
 * @param differentiable whether no layer was at a kink at any input
 */
record DepthChecks(List<Link> links, List<DepthProduct> products, boolean differentiable) {
    private static final double SUM_TOLERANCE = 1e-7;
    private static final int LARGEST_COMPARED = 256;
    private static final int MOST_SHOWN = 12;

    List<SelfCheck> all() {
        List<SelfCheck> checks = new ArrayList<>(List.of(depth(), dimensions(), sum(), halves()));
        if (!differentiable) {
            checks.add(new SelfCheck(
                    "differentiable",
                    Outcome.NOTED,
                    "a value lies on a kink or a tie, where slopes are those from the left or of the first"));
        }
        return checks;
    }

    /** Says what the numbers are. */
    private SelfCheck depth() {
        String what = products.size() == 1
                ? "at one input; half-widths bound rounding only"
                : "means over " + products.size() + " inputs; half-widths are of these means";
        return new SelfCheck(
                "finite-depth",
                Outcome.NOTED,
                "of " + links.size() + " layers, " + what + ", for there is no long run to estimate");
    }

    private SelfCheck dimensions() {
        List<Integer> widths = new ArrayList<>(links.stream().map(Link::outputs).toList());
        widths.add(0, links.get(0).inputs());
        int first = widths.get(0);
        int least = widths.stream().mapToInt(Integer::intValue).min().orElseThrow();
        int passed = products.stream()
                .mapToInt(p -> (int) Arrays.stream(p.logarithms().toArray())
                        .filter(x -> x > Double.NEGATIVE_INFINITY)
                        .count())
                .min()
                .orElseThrow();
        String shown = widths.stream().limit(MOST_SHOWN).map(String::valueOf).collect(Collectors.joining(" to "))
                + (widths.size() > MOST_SHOWN ? " to ... to " + widths.get(widths.size() - 1) : "");
        boolean annihilated = passed < products.get(0).logarithms().size();
        String detail = "widths " + shown
                + (least < first ? "; " + (first - least) + " of " + first + " directions must be lost" : "")
                + (annihilated ? "; only " + passed + " reach the end at some input" : "");
        return new SelfCheck("dimensions", least < first || annihilated ? Outcome.NOTED : Outcome.PASSED, detail);
    }

    /** The sum of all logarithms against those of the determinants, where layers are square. */
    private SelfCheck sum() {
        String name = "sum-of-exponents";
        int n = links.get(0).inputs();
        List<LinearOperator> factors =
                links.stream().flatMap(link -> link.factors().stream()).toList();
        boolean square = factors.stream().allMatch(f -> f.rows() == n && f.columns() == n);
        if (!square || n > LARGEST_COMPARED || products.get(0).logarithms().size() < n) {
            return new SelfCheck(
                    name,
                    Outcome.SKIPPED,
                    square ? "determinants are not computed in so many dimensions" : "not all layers are square");
        }
        double determinants = 0;
        for (LinearOperator factor : factors) {
            determinants += logDeterminant(factor, n);
        }
        double volumes = Arrays.stream(products.get(0).logarithms().toArray()).sum();
        boolean same = volumes == determinants
                || Math.abs(volumes - determinants)
                        <= SUM_TOLERANCE * Math.max(1, Math.abs(determinants))
                                + Arrays.stream(products.get(0).errors().toArray())
                                        .sum();
        return new SelfCheck(
                name,
                same ? Outcome.PASSED : Outcome.FAILED,
                shown(volumes / links.size()) + " a layer by singular values, " + shown(determinants / links.size())
                        + " by determinants");
    }

    private static double logDeterminant(LinearOperator factor, int n) {
        LogProducts pivots = new LogProducts(n);
        try (StairColumns stairs = DenseBackend.fixedOrder().stairs(new double[0], n, n)) {
            double[] diagonal = new double[n];
            stairs.replace(DenseMatrix.of(factor).toArray(), diagonal);
            pivots.multiply(diagonal);
        }
        return pivots.sum();
    }

    /** Layers need not be alike: what the largest exponents of both halves alone are. */
    private SelfCheck halves() {
        String name = "stationary";
        int middle = links.size() / 2;
        if (middle < 2) {
            return new SelfCheck(name, Outcome.SKIPPED, "too few layers to compare the beginning with the end");
        }
        return new SelfCheck(
                name,
                Outcome.NOTED,
                "at " + (products.size() == 1 ? "the" : "the first") + " input the largest exponent is "
                        + shown(largest(links.subList(0, middle))) + " of the first " + middle + " layers alone and "
                        + shown(largest(links.subList(middle, links.size()))) + " of the others");
    }

    private static double largest(List<Link> some) {
        List<LinearOperator> factors =
                some.stream().flatMap(link -> link.factors().stream()).toList();
        DepthProduct product = DepthProduct.largest(factors, 1);
        return product.logarithms().get(0) / some.size();
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.6g", value);
    }
}
