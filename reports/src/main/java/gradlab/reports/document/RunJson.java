package gradlab.reports.document;

import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.RunRecord;
import tools.jackson.databind.node.ObjectNode;

/** How a training run ended, as JSON; {@code docs/training.md} says what every field means. */
public final class RunJson {
    private RunJson() {}

    /** The document; nothing in it depends on where or when the run was made. */
    public static String text(Experiment experiment, RunRecord run, String kernels) {
        ObjectNode document = Json.object().put("schema", Json.SCHEMA);
        document.put("name", run.name()).put("title", experiment.title()).put("seed", run.seed());
        document.put("steps", experiment.steps()).put("stepsMade", run.steps());
        document.put("parameters", experiment.initialNetwork(run.seed()).parameterCount());
        document.put("kernels", kernels);
        document.put("outcome", run.nonFinite().isEmpty() ? "finished" : "non-finite");
        run.nonFinite()
                .ifPresentOrElse(
                        where -> document.putObject("nonFinite")
                                .put("step", where.step())
                                .put("where", where.where()),
                        () -> document.putNull("nonFinite"));
        if (experiment.data().classes() > 0) {
            Json.putNumber(document, "testAccuracy", run.testAccuracy());
        } else {
            document.putNull("testAccuracy").put("testAccuracyReason", "the answers are numbers");
        }
        Json.putNumber(document, "testLoss", run.testLoss());
        ObjectNode last = document.putObject("last");
        run.series().forEach((name, series) -> series.last().ifPresent(value -> last.put(name, value)));
        document.put("digest", run.digest());
        return Json.text(document);
    }
}
