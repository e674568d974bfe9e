package gradlab.reports.cli;

import gradlab.analysis.interval.CertifiedSpectrum;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.survey.Lipschitz;
import gradlab.analysis.survey.Spectrum;
import gradlab.analysis.survey.Stability;
import gradlab.analysis.survey.Subject;
import gradlab.reports.document.LayerView;
import java.util.Locale;
import java.util.Optional;

/** A spectrum as text for a person. Bounds are printed in full, so that reading them back keeps what they enclose. */
final class SpectrumTable {
    private static final int MOST_SHOWN = 12;

    private final StringBuilder text = new StringBuilder();

    private SpectrumTable() {}

    static String of(Subject subject, Spectrum spectrum, Optional<LayerView> layers) {
        SpectrumTable table = new SpectrumTable();
        table.line("file", subject.file() + " (" + subject.format() + ")");
        table.line("of", subject.of());
        table.line("shape", spectrum.rows() + " x " + spectrum.columns());
        table.line("norm", number(spectrum.norm()));
        spectrum.condition().ifPresent(value -> table.line("condition", number(value)));
        spectrum.rank()
                .ifPresent(rank -> table.line(
                        "rank",
                        rank + ", stable rank " + number(spectrum.stableRank().orElse(0))));
        table.line("accuracy", "values within " + number(spectrum.residual()));
        table.line("method", spectrum.method());
        if (!spectrum.advice().isEmpty()) {
            table.line("not converged", spectrum.advice());
        }
        table.values(spectrum.values(), spectrum.complete());
        spectrum.certified().ifPresent(table::certified);
        spectrum.stability().ifPresent(table::stability);
        layers.flatMap(LayerView::lipschitz).ifPresent(table::lipschitz);
        layers.ifPresent(view -> table.text.append(LayerTable.of(view.rows())));
        return table.text.toString();
    }

    private void values(Vector values, boolean complete) {
        String what = complete ? "singular values" : values.size() + " largest";
        StringBuilder shown = new StringBuilder();
        boolean all = values.size() <= MOST_SHOWN;
        int head = all ? values.size() : MOST_SHOWN - 3;
        for (int i = 0; i < head; i++) {
            shown.append(number(values.get(i))).append(' ');
        }
        if (!all) {
            shown.append("... ");
            for (int i = values.size() - 2; i < values.size(); i++) {
                shown.append(number(values.get(i))).append(' ');
            }
        }
        line(what, values.size() == 0 ? "none" : shown.toString().strip());
    }

    private void certified(CertifiedSpectrum certified) {
        line("norm, proved", bounds(certified.norm()));
        line("smallest, proved", bounds(certified.smallest()));
    }

    private void stability(Stability stability) {
        line("spectral radius", number(stability.spectralRadius()));
        line("abscissa", number(stability.abscissa()) + ", numerical " + number(stability.numericalAbscissa()));
        line("non-normality", number(stability.departure()) + " (departure over Frobenius norm; 0 is normal)");
        line(
                "Kreiss constant",
                Double.isInfinite(stability.kreissLower())
                        ? "infinite: an eigenvalue lies outside the unit disc"
                        : number(stability.kreissLower()) + " to " + number(stability.kreissUpper()));
        line(
                "largest power",
                number(stability.growth().value()) + " at power "
                        + stability.growth().power() + " ("
                        + stability
                                .growth()
                                .outcome()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' ') + ")");
    }

    private void lipschitz(Lipschitz lipschitz) {
        line(
                "Lipschitz, proved",
                "at most " + lipschitz.bound().tight() + " for every input (product of the layers' norms "
                        + number(lipschitz.bound().product()) + "); at this point "
                        + number(StrictMath.exp(lipschitz.gap().logNorm())));
        for (int i = 0; i < lipschitz.layers().size(); i++) {
            line(
                    "",
                    lipschitz.layers().get(i) + " loses a factor "
                            + number(StrictMath.exp(lipschitz.gap().slack().get(i))) + " of its own and "
                            + number(StrictMath.exp(
                                    lipschitz.gap().misalignment().get(i))) + " by misalignment");
        }
    }

    private void line(String name, String value) {
        text.append(String.format(Locale.ROOT, "%-17s %s%n", name, value));
    }

    private static String bounds(Interval interval) {
        return "[" + interval.lower() + ", " + interval.upper() + "]";
    }

    static String number(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "infinite" : "-infinite";
        }
        return String.format(Locale.ROOT, "%.8g", value);
    }
}
