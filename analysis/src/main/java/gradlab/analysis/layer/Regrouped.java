package gradlab.analysis.layer;

import java.util.List;

/**
 * A layer that sees a batch in other portions: each point as several points (tokens of a sequence, each treated alike), or
 * the whole batch as one point (where the points mix, or each needs its own mask). Parameters: those of the layer.
 */
public final class Regrouped implements Layer {
    private final Layer inner;
    private final int portions;
    private final int wholeBatch;

    private Regrouped(Layer inner, int portions, int wholeBatch) {
        this.inner = inner;
        this.portions = portions;
        this.wholeBatch = wholeBatch;
    }

    /** Each point as so many points of equal length. */
    public static Regrouped each(Layer inner, int portions) {
        return new Regrouped(inner, atLeastOne("portions", portions), 0);
    }

    /** A batch of exactly so many points as one. */
    public static Regrouped whole(Layer inner, int batch) {
        return new Regrouped(inner, 1, atLeastOne("batch", batch));
    }

    private static int atLeastOne(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
        return value;
    }

    @Override
    public int outputs(int inputs) {
        if (wholeBatch > 0) {
            return inner.outputs(inputs * wholeBatch) / wholeBatch;
        }
        if (inputs % portions != 0) {
            throw new IllegalArgumentException(this + " takes a multiple of " + portions + " numbers, not " + inputs);
        }
        return inner.outputs(inputs / portions) * portions;
    }

    @Override
    public List<ParameterBlock> parameterBlocks() {
        return inner.parameterBlocks();
    }

    @Override
    public double[] parameters() {
        return inner.parameters();
    }

    @Override
    public Layer withParameters(double[] parameters) {
        return new Regrouped(inner.withParameters(parameters), portions, wholeBatch);
    }

    @Override
    public Linearisation at(double[] x, int batch) {
        int inputs = Checks.width(x, batch);
        if (wholeBatch > 0 && batch != wholeBatch) {
            throw new IllegalArgumentException("batch must be " + wholeBatch + ", was " + batch);
        }
        Linearisation at = inner.at(x, wholeBatch > 0 ? 1 : batch * portions);
        return new At(at, batch, inputs, at.outputs() * at.batch() / batch);
    }

    @Override
    public String toString() {
        return wholeBatch > 0 ? inner + " over the batch" : inner + " on each of " + portions;
    }

    private record At(Linearisation inner, int batch, int inputs, int outputs) implements WrappedLinearisation, Curved {
        @Override
        public boolean isCurved() {
            return Curved.is(inner);
        }

        @Override
        public double[] moved(double[] dx, double[] direction, int offset) {
            return ((Curved) inner).moved(dx, direction, offset);
        }

        @Override
        public double[] backwardMoved(
                double[] dx, double[] direction, double[] dy, double[] ddy, double[] change, int offset) {
            return ((Curved) inner).backwardMoved(dx, direction, dy, ddy, change, offset);
        }
    }
}
