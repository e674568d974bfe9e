package gradlab.reports.document;

import gradlab.analysis.interval.CertifiedSpectrum;
import gradlab.analysis.interval.Interval;
import gradlab.analysis.survey.Spectrum;
import gradlab.analysis.survey.Stability;
import gradlab.analysis.survey.Subject;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A spectrum as JSON; {@code docs/spectrum.md} says what every field means. */
public final class SpectrumJson {

    private SpectrumJson() {}

    /**
     * The document.
     *
     * @param subject what the spectrum is of
     * @param spectrum the spectrum
     * @param layers what the layers do, where asked for
     */
    public static String text(Subject subject, Spectrum spectrum, Optional<LayerView> layers) {
        ObjectNode document = Json.object().put("schema", Json.SCHEMA);
        document.put("file", subject.file()).put("format", subject.format()).put("of", subject.of());
        document.putArray("shape").add(spectrum.rows()).add(spectrum.columns());
        ArrayNode values = document.putArray("singularValues");
        for (double value : spectrum.values().toArray()) {
            addNumber(values, value);
        }
        document.put("complete", spectrum.complete());
        Json.putNumber(document, "norm", spectrum.norm());
        put(document, "condition", spectrum.condition());
        Json.putNumber(document, "residual", spectrum.residual());
        put(document, "stableRank", spectrum.stableRank());
        spectrum.rank().ifPresentOrElse(rank -> document.put("rank", rank), () -> document.putNull("rank"));
        document.put("method", spectrum.method()).put("advice", spectrum.advice());
        spectrum.certified()
                .ifPresentOrElse(c -> document.set("certified", certified(c)), () -> document.putNull("certified"));
        spectrum.stability()
                .ifPresentOrElse(s -> document.set("stability", stability(s)), () -> document.putNull("stability"));
        layers.ifPresentOrElse(
                view -> document.set("layers", LayersJson.of(view.rows())), () -> document.putNull("layers"));
        layers.flatMap(LayerView::lipschitz)
                .ifPresentOrElse(
                        bounds -> document.set("lipschitz", LayersJson.of(bounds)),
                        () -> document.putNull("lipschitz"));
        return Json.text(document);
    }

    /** An array has no room for a reason: infinite is a text there, as is minus infinity elsewhere. */
    private static void addNumber(ArrayNode array, double value) {
        if (Double.isFinite(value)) {
            array.add(value);
        } else {
            array.add(value > 0 ? "Infinity" : "-Infinity");
        }
    }

    private static void put(ObjectNode object, String key, OptionalDouble value) {
        if (value.isPresent()) {
            Json.putNumber(object, key, value.getAsDouble());
        } else {
            object.putNull(key).put(key + "Reason", "not all singular values were computed");
        }
    }

    private static ObjectNode certified(CertifiedSpectrum certified) {
        ObjectNode object = Json.object();
        object.set("norm", bounds(certified.norm()));
        object.set("smallest", bounds(certified.smallest()));
        object.set("condition", bounds(certified.condition()));
        ArrayNode values = object.putArray("singularValues");
        certified.values().forEach(value -> values.add(bounds(value)));
        return object;
    }

    private static ObjectNode bounds(Interval interval) {
        ObjectNode object = Json.object();
        Json.putNumber(object, "lower", interval.lower());
        Json.putNumber(object, "upper", interval.upper());
        return object;
    }

    private static ObjectNode stability(Stability stability) {
        ObjectNode object = Json.object();
        Json.putNumber(object, "spectralRadius", stability.spectralRadius());
        Json.putNumber(object, "abscissa", stability.abscissa());
        Json.putNumber(object, "numericalAbscissa", stability.numericalAbscissa());
        Json.putNumber(object, "departureFromNormality", stability.departure());
        ObjectNode kreiss = object.putObject("kreiss");
        Json.putNumber(kreiss, "lower", stability.kreissLower());
        Json.putNumber(kreiss, "upper", stability.kreissUpper());
        ObjectNode growth = object.putObject("largestPower");
        Json.putNumber(growth, "norm", stability.growth().value());
        growth.put("power", stability.growth().power())
                .put("outcome", stability.growth().outcome().name());
        return object;
    }
}
