package gradlab.analysis.layer;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.block.Block;
import gradlab.analysis.block.Parameter;
import gradlab.analysis.formula.LayerFormula;
import gradlab.analysis.formula.TensorFormula;
import gradlab.analysis.operator.Vector;
import gradlab.analysis.tensor.Jets;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.Shapes;
import gradlab.analysis.tensor.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Any {@link Block} as a layer: it runs on a {@link Tape}. Its parameters are those of the block that training changes;
 * those that are given stay as they are.
 */
public final class BlockLayer implements Layer {
    private final Block block;
    private final List<Parameter> named;
    private final List<Vector> values;

    /** The same, for tapes, which do not write to them. */
    private final List<double[]> entries;

    private BlockLayer(Block block, List<Vector> values) {
        this.block = block;
        this.named = block.parameters();
        this.values = values;
        this.entries = values.stream().map(Vector::toArray).toList();
    }

    /**
     * A block with values for all its parameters, each with the last axis fastest.
     *
     * @throws IllegalArgumentException if they are not as many or as long as the block names
     */
    public static BlockLayer of(Block block, List<Vector> values) {
        List<Parameter> parameters = block.parameters();
        if (values.size() != parameters.size()) {
            throw new IllegalArgumentException(
                    "values must be one vector a parameter, " + parameters.size() + ", were " + values.size());
        }
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            if (values.get(i).size() != parameter.shape().size()) {
                throw new IllegalArgumentException(
                        parameter.name() + " must have " + parameter.shape().size() + " entries, had "
                                + values.get(i).size());
            }
        }
        return new BlockLayer(block, List.copyOf(values));
    }

    /** A block with values for its parameters, in order. */
    public static BlockLayer of(Block block, double[]... values) {
        return of(block, Arrays.stream(values).map(Vector::of).toList());
    }

    /** The block. */
    public Block block() {
        return block;
    }

    /** The values of all parameters of the block. */
    public List<Vector> values() {
        return values;
    }

    /**
     * The same layer over other numbers, with its parameters as they are stored: in intervals, enclosures of value and
     * Jacobian at a point or over a box.
     */
    public <N> LayerFormula<N> formula(Arithmetic<N> numbers) {
        List<Jets.Tensor<N>> parameters = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            List<N> held =
                    Arrays.stream(entries.get(i)).mapToObj(numbers::ofDouble).toList();
            parameters.add(Jets.Tensor.constant(named.get(i).shape(), held));
        }
        return new TensorFormula<>(block, parameters);
    }

    @Override
    public int outputs(int inputs) {
        List<Shape> shapes = named.stream().map(Parameter::shape).toList();
        try {
            return block.apply(new Shapes(), Shape.of(1, inputs), shapes).size();
        } catch (ShapeException e) {
            throw refused(inputs, e);
        }
    }

    private IllegalArgumentException refused(int inputs, ShapeException e) {
        return new IllegalArgumentException(this + " takes no vector of length " + inputs + ": " + e.getMessage(), e);
    }

    @Override
    public List<ParameterBlock> parameterBlocks() {
        return named.stream()
                .filter(Parameter::trained)
                .map(p -> new ParameterBlock(p.name(), p.shape()))
                .toList();
    }

    @Override
    public double[] parameters() {
        double[] all = new double[parameterCount()];
        int at = 0;
        for (int i = 0; i < values.size(); i++) {
            if (named.get(i).trained()) {
                double[] value = values.get(i).toArray();
                System.arraycopy(value, 0, all, at, value.length);
                at += value.length;
            }
        }
        return all;
    }

    @Override
    public Layer withParameters(double[] parameters) {
        Checks.length("parameters", parameters, parameterCount());
        List<Vector> changed = new ArrayList<>(values);
        int at = 0;
        for (int i = 0; i < changed.size(); i++) {
            if (named.get(i).trained()) {
                int to = at + changed.get(i).size();
                changed.set(i, Vector.of(Arrays.copyOfRange(parameters, at, to)));
                at = to;
            }
        }
        return new BlockLayer(block, changed);
    }

    @Override
    public Linearisation at(double[] x, int batch) {
        int width = Checks.width(x, batch);
        Tape tape = new Tape();
        Tape.Variable input = tape.input(Shape.of(batch, width), x);
        List<Tape.Variable> all = new ArrayList<>();
        List<Tape.Variable> trained = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Parameter parameter = named.get(i);
            Tape.Variable variable = parameter.trained()
                    ? tape.inputHolding(parameter.shape(), entries.get(i))
                    : Tape.holding(parameter.shape(), entries.get(i));
            all.add(variable);
            if (parameter.trained()) {
                trained.add(variable);
            }
        }
        try {
            return new BlockLinearisation(tape, input, trained, block.apply(tape, input, all));
        } catch (ShapeException e) {
            throw refused(width, e);
        }
    }

    @Override
    public String toString() {
        return block.toString();
    }
}
