package gradlab.dynamics.system;

import java.util.List;

/** A system that knows its name, coordinates and start from an {@link Outline}. */
interface Outlined extends DynamicalSystem {
    Outline outline();

    @Override
    default String name() {
        return outline().name();
    }

    @Override
    default int dimension() {
        return outline().dimension();
    }

    @Override
    default List<String> coordinates() {
        return outline().coordinates();
    }

    @Override
    default double[] start() {
        return outline().start().toArray();
    }
}
