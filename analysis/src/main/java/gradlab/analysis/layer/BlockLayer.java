package gradlab.analysis.layer;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.block.Block;
import gradlab.analysis.block.Parameter;
import gradlab.analysis.operator.Vector;
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
    private final List<Vector> values;

    private BlockLayer(Block block, List<Vector> values) {
        this.block = block;
        this.values = values;
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

    @Override
    public int outputs(int inputs) {
        List<Shape> shapes = block.parameters().stream().map(Parameter::shape).toList();
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
        return block.parameters().stream()
                .filter(Parameter::trained)
                .map(p ->
                        new ParameterBlock(p.name(), rows(p.shape()), p.shape().size() / rows(p.shape())))
                .toList();
    }

    private static int rows(Shape shape) {
        return shape.rank() == 0 ? 1 : Math.max(1, shape.length(0));
    }

    @Override
    public double[] parameters() {
        double[] all = new double[parameterCount()];
        int at = 0;
        for (int i = 0; i < values.size(); i++) {
            if (block.parameters().get(i).trained()) {
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
            if (block.parameters().get(i).trained()) {
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
            Parameter parameter = block.parameters().get(i);
            double[] entries = values.get(i).toArray();
            Tape.Variable variable = parameter.trained()
                    ? tape.input(parameter.shape(), entries)
                    : Tape.holding(parameter.shape(), entries);
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
