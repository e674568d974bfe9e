package gradlab.reports.document;

import gradlab.dynamics.training.ClosedLoopPlan;
import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.RunRecord;
import gradlab.dynamics.training.Series;
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
        putClosedLoop(document, experiment, run);
        ObjectNode last = document.putObject("last");
        run.series().forEach((name, series) -> series.last().ifPresent(value -> last.put(name, value)));
        document.put("digest", run.digest());
        return Json.text(document);
    }

    private static void putClosedLoop(ObjectNode document, Experiment experiment, RunRecord run) {
        if (experiment.closedLoop().isEmpty() || !run.series().containsKey("closed_loop/bounded")) {
            return;
        }
        ClosedLoopPlan plan = experiment.closedLoop().orElseThrow();
        ObjectNode loop = document.putObject("closedLoop");
        boolean bounded = run.series("closed_loop/bounded").value(0) == 1;
        boolean measured = run.series().containsKey("closed_loop/exponent");
        put(loop, run, "exponent", "closed_loop/exponent");
        put(loop, run, "halfWidth", "closed_loop/half_width");
        if (!measured) {
            loop.put("exponentReason", bounded ? "too little was seen to say" : "the orbit leaves the numbers");
        }
        loop.put("confidence", 0.95).put("perUnit", "time");
        loop.put("steps", plan.steps()).put("transientSteps", plan.transientSteps());
        loop.put("bounded", bounded);
        loop.put("collapsed", bounded && run.series("closed_loop/collapsed").value(0) == 1);
        put(loop, run, "forecastTime", "closed_loop/forecast_time");
    }

    private static void put(ObjectNode object, RunRecord run, String name, String series) {
        Series found = run.series().get(series);
        if (found == null) {
            object.putNull(name);
        } else {
            object.put(name, found.value(0));
        }
    }
}
