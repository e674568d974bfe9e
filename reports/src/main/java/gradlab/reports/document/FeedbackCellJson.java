package gradlab.reports.document;

import gradlab.dynamics.feedback.DrivenCell;
import gradlab.dynamics.feedback.FixedPoint;
import gradlab.dynamics.feedback.TimeVaryingLoop;
import tools.jackson.databind.node.ObjectNode;

/** What a cell does at its fixed point and along a recording, as JSON. */
final class FeedbackCellJson {
    private FeedbackCellJson() {}

    static ObjectNode of(FixedPoint point) {
        ObjectNode object = Json.object().put("isFound", point.isFound());
        Json.putNumber(object, "residual", point.residual());
        Json.putNumber(object, "gain", point.gain());
        Json.putNumber(object, "spectralRadius", point.spectralRadius());
        object.set("state", FeedbackJson.numbers(point.state()));
        return object;
    }

    static ObjectNode of(DrivenCell driven) {
        TimeVaryingLoop loop = driven.loop();
        ObjectNode object = Json.object().put("recorded", driven.recorded()).put("steps", driven.steps());
        object.set("stepGains", FeedbackJson.numbers(loop.stepGains()));
        object.set("lagLogNorms", FeedbackJson.numbers(loop.lagLogNorms()));
        object.set("boundLogNorms", FeedbackJson.numbers(loop.boundLogNorms()));
        object.set("frozenLogNorms", FeedbackJson.numbers(loop.frozenLogNorms()));
        Json.putNumber(object, "rate", loop.rate());
        FeedbackJson.setOrNull(object, "horizon", loop.horizon().map(FeedbackJson::horizon), FeedbackJson.OUT_OF_RANGE);
        return object;
    }
}
