package gradlab.reports.cli;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.DenseMatrix;
import gradlab.analysis.source.SourceException;
import gradlab.analysis.survey.RecurrentMap;
import gradlab.analysis.survey.RecurrentSubject;
import gradlab.analysis.survey.StateSpace;
import gradlab.dynamics.feedback.DrivenCell;
import gradlab.dynamics.feedback.FeedbackReport;
import gradlab.dynamics.feedback.FeedbackSurvey;
import gradlab.dynamics.feedback.FixedPoint;
import gradlab.dynamics.feedback.LinearLoop;
import gradlab.dynamics.system.Clock;
import gradlab.reports.document.FeedbackAdvice;
import gradlab.reports.document.FeedbackView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Chooses which linear loop of a subject is looked at, and has it looked at. */
record FeedbackRun(
        RecurrentSubject subject,
        Optional<StateSpace> system,
        Clock clock,
        int horizon,
        double margin,
        DenseBackend backend,
        IntConsumer progress) {

    FeedbackView view() {
        if (clock == Clock.TIME && subject.cell().isPresent()) {
            throw SourceException.in(
                    subject.file(), "--continuous beside a recurrent cell", "a matrix: the cell moves in steps");
        }
        Optional<DrivenCell> driven =
                subject.cell().filter(cell -> !subject.inputs().isEmpty()).map(this::driven);
        Optional<FixedPoint> point = subject.cell().map(this::fixedPoint);
        FeedbackReport report = FeedbackSurvey.withDefaults()
                .withHorizon(horizon)
                .withBackend(backend)
                .withProgress(progress)
                .of(loop(driven, point));
        return new FeedbackView(
                subject,
                subject.of() + where(driven, point),
                report,
                point,
                driven,
                FeedbackAdvice.of(report, margin, subject.recurrent().isEmpty()),
                notConverged(report, driven, point));
    }

    private DrivenCell driven(RecurrentMap cell) {
        requireSize(cell.size());
        return DrivenCell.of(cell, subject.inputs(), horizon, backend)
                .orElseThrow(() -> SourceException.in(
                        subject.file(),
                        "states along the input that leave binary64",
                        "an input that the cell can follow"));
    }

    private FixedPoint fixedPoint(RecurrentMap cell) {
        requireSize(cell.size());
        return FixedPoint.of(cell, backend);
    }

    private void requireSize(int units) {
        if (units > FeedbackSurvey.LARGEST) {
            throw SourceException.in(
                    subject.file(), "a loop of " + units + " units", "at most " + FeedbackSurvey.LARGEST);
        }
    }

    /** The weights that are fed back, or of a gated cell its Jacobian at the last step, or at its fixed point. */
    private DenseMatrix matrix(Optional<DrivenCell> driven, Optional<FixedPoint> point) {
        DenseMatrix matrix = subject.recurrent()
                .or(() -> driven.map(DrivenCell::last))
                .or(() -> point.map(FixedPoint::jacobian))
                .orElseThrow(() -> new IllegalStateException("a subject is a matrix or a cell"));
        requireSize(matrix.rows());
        return matrix;
    }

    private LinearLoop loop(Optional<DrivenCell> driven, Optional<FixedPoint> point) {
        DenseMatrix state = matrix(driven, point);
        return system.map(s -> new LinearLoop(state, s.b(), s.c(), s.d(), clock))
                .orElseGet(() -> LinearLoop.of(state, clock));
    }

    private String where(Optional<DrivenCell> driven, Optional<FixedPoint> point) {
        if (subject.recurrent().isPresent()) {
            return "";
        }
        return driven.isPresent()
                ? ", its Jacobian at the last step of the input"
                : point.filter(FixedPoint::isFound).isPresent()
                        ? ", its Jacobian at the fixed point under zero input"
                        : ", its Jacobian at the state reached under zero input, which is no fixed point";
    }

    private List<String> notConverged(FeedbackReport report, Optional<DrivenCell> driven, Optional<FixedPoint> point) {
        List<String> reasons = new ArrayList<>(report.notConverged());
        boolean needed = subject.recurrent().isEmpty() && driven.isEmpty();
        if (needed && point.filter(found -> !found.isFound()).isPresent()) {
            reasons.add("fixed point: none was found under zero input; give the cell an --input");
        }
        return reasons;
    }
}
