package gradlab.analysis.layer;

import java.util.List;

/** A linearisation that is another one but for what it says itself. */
public interface WrappedLinearisation extends Linearisation {
    /** The other one. */
    Linearisation inner();

    @Override
    default int batch() {
        return inner().batch();
    }

    @Override
    default int inputs() {
        return inner().inputs();
    }

    @Override
    default int outputs() {
        return inner().outputs();
    }

    @Override
    default double[] value() {
        return inner().value();
    }

    @Override
    default double[] jvp(double[] dx) {
        return inner().jvp(dx);
    }

    @Override
    default double[] vjp(double[] dy) {
        return inner().vjp(dy);
    }

    @Override
    default double[] backward(double[] dy, double[] gradient, int offset) {
        return inner().backward(dy, gradient, offset);
    }

    @Override
    default List<Linearisation> parts() {
        return inner().parts();
    }

    @Override
    default boolean differentiable() {
        return inner().differentiable();
    }
}
