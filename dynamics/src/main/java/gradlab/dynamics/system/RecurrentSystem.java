package gradlab.dynamics.system;

import java.util.Optional;

/**
 * A recurrent network as a map of its state: driven by inputs, when its exponents are conditional ones (pecoracarroll1990), or in
 * a closed loop, where each input is the hidden values before. Starts from state 0 unless told otherwise.
 */
public final class RecurrentSystem implements Outlined {

    private final Outline outline;
    private final RecurrentStep step;
    private final Optional<Drive> drive;

    private RecurrentSystem(Outline outline, RecurrentStep step, Optional<Drive> drive) {
        this.outline = outline;
        this.step = step;
        this.drive = drive;
    }

    /** Driven by what has as many entries as the step has inputs. */
    static RecurrentSystem driven(Outline outline, RecurrentStep step, Drive drive) {
        if (drive.inputs() != step.inputs()) {
            throw new IllegalArgumentException(
                    "inputs must have " + step.inputs() + " entries a step, had " + drive.inputs());
        }
        return new RecurrentSystem(outline, step, Optional.of(drive));
    }

    /** Fed with its own hidden values, of which there must be as many as inputs. */
    static RecurrentSystem closed(Outline outline, RecurrentStep step) {
        if (step.inputs() != step.hidden()) {
            throw new IllegalArgumentException("a closed loop needs as many inputs as hidden values, had "
                    + step.inputs() + " and " + step.hidden());
        }
        return new RecurrentSystem(outline, step, Optional.empty());
    }

    /** The length of an input. */
    public int inputs() {
        return step.inputs();
    }

    /** Whether it feeds itself. */
    public boolean isClosed() {
        return drive.isEmpty();
    }

    /**
     * The same network driven by other inputs.
     *
     * @throws IllegalArgumentException unless they have {@link #inputs()} entries a step
     */
    public RecurrentSystem drivenBy(Drive other) {
        return driven(outline, step, other);
    }

    /** The same network in a closed loop. */
    RecurrentSystem closed() {
        return closed(outline, step);
    }

    @Override
    public Outline outline() {
        return outline;
    }

    @Override
    public Clock clock() {
        return Clock.STEP;
    }

    /** An orbit; of a plain tanh network a {@link ScaledOrbit}. */
    @Override
    public Orbit orbit(double[] from) {
        double[] state = Finite.state(from, dimension());
        return step.tanh()
                .<Orbit>map(cell -> scaled(cell, state))
                .orElseGet(() -> new RecurrentOrbit(outline, step, drive, state));
    }

    private ScaledOrbit scaled(RecurrentStep.TanhCell cell, double[] state) {
        if (drive.isEmpty()) {
            return new DenseNetworkOrbit(name(), cell.closed(), 1, true, t -> cell.bias(), state);
        }
        java.util.function.LongFunction<double[]> inputs = drive.get().source().get();
        return new DenseNetworkOrbit(name(), cell.weights(), 1, true, t -> cell.drive(inputs.apply(t)), state);
    }
}
