package gradlab.analysis.survey;

import gradlab.analysis.operator.LinearOperator;
import java.util.concurrent.atomic.AtomicLong;

/** An operator whose products are counted while they are made. */
final class Watched implements LinearOperator {
    private final LinearOperator operator;
    private final Progress progress;
    private final String stage;
    private final long total;
    private final AtomicLong done = new AtomicLong();

    Watched(LinearOperator operator, Progress progress, String stage, long total) {
        this.operator = operator;
        this.progress = progress;
        this.stage = stage;
        this.total = total;
    }

    @Override
    public int rows() {
        return operator.rows();
    }

    @Override
    public int columns() {
        return operator.columns();
    }

    @Override
    public long work() {
        return operator.work();
    }

    @Override
    public void apply(double[] x, double[] into) {
        progress.pass(stage, done.getAndIncrement(), total);
        operator.apply(x, into);
    }

    @Override
    public void applyTranspose(double[] y, double[] into) {
        progress.pass(stage, done.getAndIncrement(), total);
        operator.applyTranspose(y, into);
    }
}
