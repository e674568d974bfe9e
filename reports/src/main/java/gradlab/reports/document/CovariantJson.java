package gradlab.reports.document;

import gradlab.analysis.operator.Vector;
import gradlab.dynamics.lyapunov.CovariantAngles;
import gradlab.dynamics.lyapunov.CovariantSurvey;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Angles of covariant vectors as JSON; {@code docs/lyapunov.md} says what every field means. */
final class CovariantJson {
    private static final int BINS = 45;

    private CovariantJson() {}

    /** Puts them into a document; null and a reason where there are none. */
    static void put(ObjectNode document, CovariantSurvey survey) {
        if (survey.angles().isEmpty()) {
            document.putNull("covariant").put("covariantReason", survey.reason());
            return;
        }
        CovariantAngles angles = survey.angles().get();
        ObjectNode covariant = document.putObject("covariant").put("states", angles.states());
        ArrayNode growth = covariant.putArray("growth");
        for (double rate : angles.growth().toArray()) {
            growth.add(rate);
        }
        ArrayNode pairs = covariant.putArray("angles");
        for (CovariantAngles.Pair pair : angles.pairs()) {
            ObjectNode one = pairs.addObject();
            one.putArray("of").add(pair.first()).add(pair.second());
            one.put("least", pair.least()).put("median", pair.median());
        }
        covariant.put("unstable", angles.unstable()).put("stable", angles.stable());
        subspaces(covariant, angles);
    }

    private static void subspaces(ObjectNode covariant, CovariantAngles angles) {
        Vector between = angles.between();
        if (between.size() == 0) {
            covariant
                    .putNull("hyperbolicity")
                    .put(
                            "hyperbolicityReason",
                            "no directions " + (angles.unstable() == 0 ? "grow" : "shrink") + " beyond the intervals");
            return;
        }
        ObjectNode node = covariant.putObject("hyperbolicity");
        node.put("least", between.get(0));
        node.put("percent1", angles.quantile(0.01).orElseThrow());
        node.put("median", angles.quantile(0.5).orElseThrow());
        ArrayNode counts = node.putArray("histogram");
        for (int count : angles.histogram(BINS)) {
            counts.add(count);
        }
    }
}
