package gradlab.analysis.block;

import gradlab.analysis.arithmetic.ShapeException;
import gradlab.analysis.tensor.Padding;
import gradlab.analysis.tensor.Patches;
import gradlab.analysis.tensor.Shape;
import gradlab.analysis.tensor.TensorAlgebra;
import gradlab.analysis.tensor.Tensors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Convolution in any number of spatial dimensions, as the field has it a cross-correlation: output (f, p) is the sum over
 * the channels c of f's group and the window's places k of weight (f, c, k) x (c, p stride + k dilation - before), plus
 * bias (f). Parameters: weight [filters, channels/groups, kernel...] and, if biased, bias [filters].
 *
 * @param image channels and spatial lengths of x
 * @param filters channels of the result
 * @param groups into how many groups channels and filters are cut, each filter seeing those of its group
 * @param window kernel, stride, dilation and how far the window reaches beyond the ends
 * @param padding what it sees there
 * @param biased whether there is a bias
 */
public record Convolution(Shape image, int filters, int groups, Patches window, Padding padding, boolean biased)
        implements Block {
    /** Checks that the groups fit. */
    public Convolution {
        if (groups < 1 || image.rank() == 0 || image.length(0) % groups != 0 || filters % groups != 0) {
            throw new ShapeException(
                    filters + " filters on an image of shape " + image + " in " + groups + " groups",
                    "channels and filters that are multiples of the groups");
        }
    }

    /**
     * One channel to one, without bias, in steps of 1, the result as long as x: the window's place (k - 1)/2, rounded
     * down, lies on the output's own place.
     */
    public static Convolution centred(Shape kernel, Shape spatial, Padding padding) {
        List<Integer> ones = Collections.nCopies(kernel.rank(), 1);
        Patches window = new Patches(
                kernel.lengths(),
                ones,
                ones,
                kernel.lengths().stream().map(k -> (k - 1) / 2).toList(),
                kernel.lengths().stream().map(k -> k / 2).toList());
        List<Integer> image = new ArrayList<>(List.of(1));
        image.addAll(spatial.lengths());
        return new Convolution(new Shape(image), 1, 1, window, padding, false);
    }

    @Override
    public List<Parameter> parameters() {
        List<Integer> lengths = new ArrayList<>(List.of(filters, image.length(0) / groups));
        lengths.addAll(window.kernel());
        Parameter weight = new Parameter("weight", new Shape(lengths), true);
        return biased ? List.of(weight, Parameter.trained("bias", filters)) : List.of(weight);
    }

    @Override
    public <T> T apply(TensorAlgebra<T> algebra, T x, List<T> parameters) {
        check(algebra, parameters);
        Tensors<T> tensors = new Tensors<>(algebra);
        T images = Rows.as(algebra, x, image);
        T convolved = padding == Padding.ZERO
                ? convolve(algebra, images, parameters.get(0), window, groups)
                : convolve(algebra, padded(tensors, images), parameters.get(0), unpadded(), groups);
        Shape result = algebra.shape(convolved);
        T folded = tensors.reshape(convolved, result.length(0), filters, result.size(2, result.rank()));
        return Rows.flat(
                algebra, biased ? tensors.add(folded, tensors.reshape(parameters.get(1), filters, 1)) : folded);
    }

    private <T> T padded(Tensors<T> tensors, T images) {
        Shape shape = tensors.algebra().shape(images);
        int[] before = new int[shape.rank()];
        int[] after = new int[shape.rank()];
        for (int d = 2; d < before.length; d++) {
            before[d] = window.before().get(d - 2);
            after[d] = window.after().get(d - 2);
        }
        return tensors.select(images, padding.of(shape, before, after));
    }

    private Patches unpadded() {
        List<Integer> zeros = Collections.nCopies(window.kernel().size(), 0);
        return new Patches(window.kernel(), window.stride(), window.dilation(), zeros, zeros);
    }

    /**
     * The convolution of images [batch, channels, spatial...] with a weight [filters, channels/groups, kernel...], zeros
     * beyond the ends: [batch, filters, positions...].
     */
    public static <T> T convolve(TensorAlgebra<T> algebra, T images, T weight, Patches window, int groups) {
        Tensors<T> tensors = new Tensors<>(algebra);
        Shape shape = algebra.shape(images);
        Shape kernels = algebra.shape(weight);
        int filters = kernels.length(0);
        if (groups < 1
                || filters % groups != 0
                || kernels.length(1) * groups != shape.length(1)
                || !kernels.without(0, 1).lengths().equals(window.kernel())) {
            throw new ShapeException(
                    "a weight of shape " + kernels + " for " + shape.length(1) + " channels in " + groups + " groups",
                    "filters, channels a group and the kernel " + window.kernel());
        }
        int seen = kernels.size(1, kernels.rank());
        int positions = window.positions(shape).size();
        T patches = tensors.reshape(tensors.select(images, window.of(shape)), shape.length(0), groups, seen, positions);
        T product = algebra.matMul(tensors.reshape(weight, groups, filters / groups, seen), patches);
        return algebra.reshape(product, window.result(shape, filters));
    }
}
