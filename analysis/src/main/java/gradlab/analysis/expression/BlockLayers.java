package gradlab.analysis.expression;

import gradlab.analysis.arithmetic.Arithmetic;
import gradlab.analysis.arithmetic.LinearAlgebra;
import gradlab.analysis.arithmetic.Matrix;
import gradlab.analysis.arithmetic.NoValueException;
import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.arithmetic.Truth;
import gradlab.analysis.block.Attention;
import gradlab.analysis.block.AveragePooling;
import gradlab.analysis.block.CellOfState;
import gradlab.analysis.block.Convolution;
import gradlab.analysis.block.CrossEntropy;
import gradlab.analysis.block.Dropout;
import gradlab.analysis.block.GruCell;
import gradlab.analysis.block.LayerNormalisation;
import gradlab.analysis.block.LstmCell;
import gradlab.analysis.block.MaxPooling;
import gradlab.analysis.block.RmsNormalisation;
import gradlab.analysis.block.Rotary;
import gradlab.analysis.formula.CouplingFormula;
import gradlab.analysis.formula.DenseFormula;
import gradlab.analysis.formula.LayerFormula;
import gradlab.analysis.formula.ResidualFormula;
import gradlab.analysis.formula.SequentialFormula;
import gradlab.analysis.formula.SizedFormula;
import gradlab.analysis.formula.TensorFormula;
import gradlab.analysis.tensor.Jets;
import gradlab.analysis.tensor.Padding;
import gradlab.analysis.tensor.Patches;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.TensorFunction;
import java.util.List;
import java.util.Optional;

/** Built-in layers with weights, windows or gates. */
final class BlockLayers {
    private static final int FARTHEST = 1_000_000_000;

    private BlockLayers() {}

    static <N> Value<N> layernorm(Arguments<N> a) {
        boolean gained = a.count() == 3;
        List<Jets.Tensor<N>> parameters =
                gained ? List.of(number(a, 0), vector(a, 1), vector(a, 2)) : List.of(number(a, 0));
        return of(new SizedFormula<>(n -> new LayerNormalisation(1, atLeastOne(n), gained), parameters));
    }

    static <N> Value<N> rmsnorm(Arguments<N> a) {
        boolean gained = a.count() == 2;
        List<Jets.Tensor<N>> parameters = gained ? List.of(number(a, 0), vector(a, 1)) : List.of(number(a, 0));
        return of(new SizedFormula<>(n -> new RmsNormalisation(1, atLeastOne(n), gained), parameters));
    }

    private static int atLeastOne(int n) {
        if (n == 0) {
            throw new ShapeException("an empty vector", "at least one component");
        }
        return n;
    }

    /** One feature of a batch of N numbers: what layer normalisation does to a vector. */
    static <N> Value<N> batchnorm(Arguments<N> a) {
        int n = size(a, 0);
        return of(new LayerNormalisation(1, n, false), List.of(number(a, 1)));
    }

    static <N> Value<N> conv1d(Arguments<N> a) {
        List<N> kernel = a.vector(0);
        return convolution(a, Shape.of(kernel.size()), Shape.of(size(a, 1)), kernel, 2);
    }

    static <N> Value<N> conv2d(Arguments<N> a) {
        Matrix<N> kernel = a.matrix(0);
        Shape spatial = Shape.of(size(a, 1), size(a, 2));
        return convolution(a, Shape.of(kernel.rows(), kernel.columns()), spatial, kernel.entries(), 3);
    }

    private static <N> Value<N> convolution(Arguments<N> a, Shape kernel, Shape spatial, List<N> entries, int padding) {
        MatrixFunctions.requireFewEntries(kernel.size(), spatial.size());
        Convolution convolution = Convolution.centred(kernel, spatial, padding(a.text(padding)));
        Shape weight = convolution.parameters().get(0).shape();
        return of(convolution, List.of(Jets.Tensor.constant(weight, entries)));
    }

    private static Padding padding(String text) {
        return switch (text) {
            case "zero" -> Padding.ZERO;
            case "circular" -> Padding.CIRCULAR;
            default -> throw new ShapeException("the padding \"" + text + "\"", "\"zero\" or \"circular\"");
        };
    }

    static <N> Value<N> avgpool(Arguments<N> a) {
        return of(new AveragePooling(Shape.of(1, size(a, 0)), window(a), false), List.of());
    }

    static <N> Value<N> maxpool(Arguments<N> a) {
        return of(new MaxPooling(Shape.of(1, size(a, 0)), window(a)), List.of());
    }

    private static <N> Patches window(Arguments<N> a) {
        MatrixFunctions.requireFewEntries(size(a, 0), size(a, 1));
        return new Patches(List.of(size(a, 1)), List.of(size(a, 2)), List.of(1), List.of(0), List.of(0));
    }

    static <N> Value<N> dropout(Arguments<N> a) {
        Arithmetic<N> numbers = a.numbers();
        N p = a.number(1);
        Truth inside = numbers.lessOrEqual(numbers.zero(), p).and(() -> numbers.less(p, numbers.one()));
        if (inside != Truth.TRUE) {
            throw inside == Truth.FALSE
                    ? NoValueException.undefined("a dropout rate outside of [0, 1)")
                    : NoValueException.undecided("a dropout rate that may be outside of [0, 1)");
        }
        return of(new Dropout(a.vector(0).size()), List.of(vector(a, 0), number(a, 1)));
    }

    static <N> Value<N> rotary(Arguments<N> a) {
        return of(new Rotary(size(a, 0), List.of(a.integer(1, -FARTHEST, FARTHEST))), List.of());
    }

    static <N> Value<N> attention(Arguments<N> a) {
        Matrix<N> query = a.matrix(0);
        int values = a.matrix(2).rows();
        Attention attention = Attention.single(size(a, 3), query.columns(), query.rows(), values);
        return of(attention, List.of(matrix(a, 0), matrix(a, 1), matrix(a, 2)));
    }

    /** h to phi(W h + U x + b). */
    static <N> Value<N> rnn(Arguments<N> a) {
        LinearAlgebra<N> algebra = new LinearAlgebra<>(a.numbers());
        List<N> fromInput = algebra.multiply(a.matrix(1), a.vector(4));
        List<N> constant = algebra.map(fromInput, a.vector(2), a.numbers()::add);
        LayerFormula<N> affine = new DenseFormula<>(a.matrix(0), Optional.of(constant));
        return of(new SequentialFormula<>(List.of(affine, a.layer(3))));
    }

    static <N> Value<N> lstm(Arguments<N> a) {
        LstmCell cell = new LstmCell(a.matrix(1).columns(), a.matrix(0).columns());
        return of(new CellOfState(cell), List.of(matrix(a, 0), matrix(a, 1), vector(a, 2), vector(a, 3)));
    }

    static <N> Value<N> gru(Arguments<N> a) {
        GruCell cell = new GruCell(a.matrix(1).columns(), a.matrix(0).columns());
        return of(new CellOfState(cell), List.of(matrix(a, 0), matrix(a, 1), vector(a, 2), vector(a, 3), vector(a, 4)));
    }

    static <N> Value<N> coupling(Arguments<N> a) {
        return of(new CouplingFormula<>(a.layer(0), a.layer(1)));
    }

    /** x + u tanh(w'x + b). */
    static <N> Value<N> planar(Arguments<N> a) {
        LayerFormula<N> inner =
                new DenseFormula<>(Matrix.column(a.vector(1)).transpose(), Optional.of(List.of(a.number(2))));
        LayerFormula<N> outer = new DenseFormula<>(Matrix.column(a.vector(0)), Optional.empty());
        LayerFormula<N> tanh = ((Value.OfLayer<N>) ActivationLayers.tanh(a)).layer();
        return of(new ResidualFormula<>(
                new SequentialFormula<>(List.of(inner, tanh, outer)),
                a.numbers().one()));
    }

    static <N> Value<N> crossEntropy(Arguments<N> a) {
        return of(new CrossEntropy(a.vector(0).size()), List.of(vector(a, 0)));
    }

    private static <N> int size(Arguments<N> a, int i) {
        return a.integer(i, 1, Integers.LONGEST);
    }

    private static <N> Jets.Tensor<N> number(Arguments<N> a, int i) {
        return Jets.Tensor.constant(Shape.of(), List.of(a.number(i)));
    }

    private static <N> Jets.Tensor<N> vector(Arguments<N> a, int i) {
        return Jets.Tensor.constant(Shape.of(a.vector(i).size()), a.vector(i));
    }

    private static <N> Jets.Tensor<N> matrix(Arguments<N> a, int i) {
        Matrix<N> m = a.matrix(i);
        return Jets.Tensor.constant(Shape.of(m.rows(), m.columns()), m.entries());
    }

    private static <N> Value<N> of(TensorFunction function, List<Jets.Tensor<N>> parameters) {
        return of(new TensorFormula<>(function, parameters));
    }

    private static <N> Value<N> of(LayerFormula<N> layer) {
        return new Value.OfLayer<>(layer);
    }
}
