package gradlab.analysis.layer;

import gradlab.analysis.backend.BatchKernels;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A recurrent cell over sequences, started from zeros: the inputs of all steps stand one after another in a row, and so do
 * the hidden values of all steps, if they are shown, or those of the last. The functions are those of {@code
 * Unrolled} in {@code analysis.block}, computed a step at a time over the whole batch, each product one call of the kernels.
 *
 * <p>Parameters: W [gates hidden, hidden], U [gates hidden, inputs], b [gates hidden], for a GRU also c [gates hidden].
 *
 * <p>Truncated at k steps, {@link Linearisation#backward} takes the state that enters steps k, 2k, ... for a constant, as
 * truncated back-propagation through time does (williamspeng1990); the other derivatives stay whole.
 */
public final class Recurrent implements Layer {
    private final Kind kind;
    private final int inputs;
    private final int hidden;
    private final boolean all;
    private final int truncation;
    private final BatchKernels kernels;
    private final double[] parameters;

    private Recurrent(
            Kind kind, int inputs, int hidden, boolean all, int truncation, BatchKernels kernels, double[] parameters) {
        this.kind = kind;
        this.inputs = inputs;
        this.hidden = hidden;
        this.all = all;
        this.truncation = truncation;
        this.kernels = kernels;
        this.parameters = parameters;
    }

    /** The cells. */
    public enum Kind {
        /** h' = tanh(W h + U x + b). */
        TANH,
        /** h' = max(W h + U x + b, 0). */
        RELU,
        /** Long short-term memory. */
        LSTM,
        /** The gated recurrent unit. */
        GRU;

        /** How many blocks of hidden rows its matrices have. */
        public int gates() {
            return steps().gates();
        }

        /** Whether there is a bias c beside b. */
        public boolean biasedState() {
            return steps().biasedState();
        }

        /** Length of the state over that of the hidden values. */
        public int states() {
            return steps().states();
        }

        CellSteps steps() {
            return switch (this) {
                case TANH -> new PlainSteps(false);
                case RELU -> new PlainSteps(true);
                case LSTM -> new LstmSteps();
                case GRU -> new GruSteps();
            };
        }

        /** The number of parameters. */
        public long parameters(int inputs, int hidden) {
            return (long) gates() * hidden * ((long) hidden + inputs + (biasedState() ? 2 : 1));
        }
    }

    /**
     * A layer.
     *
     * @param all whether the hidden values of all steps are shown
     * @param truncation k, or 0 for whole derivatives
     * @param parameters laid out as above; copied
     */
    public static Recurrent of(
            Kind kind, int inputs, int hidden, boolean all, int truncation, BatchKernels kernels, double[] parameters) {
        if (inputs < 1 || hidden < 1 || truncation < 0) {
            throw new IllegalArgumentException("inputs and hidden must be at least 1 and truncation at least 0, were "
                    + inputs + ", " + hidden + " and " + truncation);
        }
        Checks.length("parameters", parameters, Math.toIntExact(kind.parameters(inputs, hidden)));
        return new Recurrent(kind, inputs, hidden, all, truncation, kernels, parameters.clone());
    }

    /** Which cell. */
    public Kind kind() {
        return kind;
    }

    /** Length of an input of one step. */
    public int stepInputs() {
        return inputs;
    }

    /** Length of the hidden values. */
    public int hidden() {
        return hidden;
    }

    boolean all() {
        return all;
    }

    int truncation() {
        return truncation;
    }

    BatchKernels kernels() {
        return kernels;
    }

    int width() {
        return kind.gates() * hidden;
    }

    double[] recurrentWeight() {
        return Arrays.copyOf(parameters, width() * hidden);
    }

    double[] inputWeight() {
        return Arrays.copyOfRange(parameters, width() * hidden, width() * (hidden + inputs));
    }

    /** Number 0 is b, number 1 is c. */
    double[] bias(int number) {
        int from = width() * (hidden + inputs + number);
        return Arrays.copyOfRange(parameters, from, from + width());
    }

    @Override
    public int outputs(int length) {
        if (length < inputs || length % inputs != 0) {
            throw new IllegalArgumentException(
                    this + " takes sequences of vectors of length " + inputs + ", not a length of " + length);
        }
        return all ? length / inputs * hidden : hidden;
    }

    @Override
    public List<ParameterBlock> parameterBlocks() {
        List<ParameterBlock> blocks = new ArrayList<>();
        blocks.add(ParameterBlock.of("W", width(), hidden));
        blocks.add(ParameterBlock.of("U", width(), inputs));
        blocks.add(ParameterBlock.of("b", width()));
        if (kind.biasedState()) {
            blocks.add(ParameterBlock.of("c", width()));
        }
        return blocks;
    }

    @Override
    public double[] parameters() {
        return parameters.clone();
    }

    @Override
    public Layer withParameters(double[] newParameters) {
        return of(kind, inputs, hidden, all, truncation, kernels, newParameters);
    }

    @Override
    public RecurrentPass at(double[] x, int batch) {
        int width = Checks.width(x, batch);
        outputs(width);
        return RecurrentPass.of(this, x, batch, width / inputs);
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(java.util.Locale.ROOT) + "(" + hidden + " x " + inputs + ")";
    }
}
