package gradlab.analysis.spectrum;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.operator.Vector;
import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The singular values of a multi-channel convolution from its kernel alone, by Fourier.
 *
 * <p>Circular padding with a stride that divides the grid: exact up to rounding (sedghi2019 for stride 1). With the transfer matrices
 * {@code K(f) = sum over offsets d of kernel(d) e^(2 pi i f.d / grid)}, outputs by inputs, the singular values are those of the
 * blocks {@code [K(f_1) ... K(f_s)] / sqrt(s)} over all classes of frequencies f_1 ... f_s that coincide after taking every
 * stride-th entry. Zero padding: the map is a part (some rows and columns) of the circular one on any grid with room for the
 * kernel beside the input, so the norm of that is an upper bound; the block of output entries that the kernel reaches
 * wholly inside the input holds each kernel matrix, so {@code max over rows and columns of norms} is a lower one, sharper
 * ones come from Lanczos on the operator itself.
 *
 * <p>One dimension is height 1. Cost: one decomposition of an outputs by (inputs times s) complex matrix, done as a real
 * one of twice the size, for each class; conjugate classes are computed once.
 */
public final class ConvolutionNorm {
    private static final long MOST_FREQUENCIES = 1 << 22;

    private final ConvolutionKernel kernel;
    private final DenseBackend backend;

    private ConvolutionNorm(ConvolutionKernel kernel, DenseBackend backend) {
        this.kernel = kernel;
        this.backend = backend;
    }

    /** Of this kernel. */
    public static ConvolutionNorm of(ConvolutionKernel kernel) {
        return new ConvolutionNorm(kernel, DenseBackend.fixedOrder());
    }

    /** Computes with these kernels of linear algebra. */
    public ConvolutionNorm withBackend(DenseBackend other) {
        return new ConvolutionNorm(kernel, other);
    }

    /**
     * All singular values for circular padding on a grid, descending.
     *
     * @throws IllegalArgumentException if the stride does not divide the grid, or the grid is larger than 2^22
     */
    public Vector circularSingularValues(int height, int width, int stride) {
        check(height, width, stride);
        DoubleStream.Builder values = DoubleStream.builder();
        forClasses(height, width, stride, (block, columns, twice) -> {
            double[] doubled = backend.singularValues(block, 2 * kernel.outputs(), columns);
            for (int i = 0; i < doubled.length; i += 2) {
                values.add(doubled[i]);
                if (twice) {
                    values.add(doubled[i]);
                }
            }
        });
        double[] sorted = values.build().sorted().toArray();
        for (int i = 0; i < sorted.length / 2; i++) {
            double swap = sorted[i];
            sorted[i] = sorted[sorted.length - 1 - i];
            sorted[sorted.length - 1 - i] = swap;
        }
        return Vector.of(sorted);
    }

    /** The norm for circular padding on a grid. */
    public double circular(int height, int width, int stride) {
        check(height, width, stride);
        double[] largest = new double[1];
        forClasses(height, width, stride, (block, columns, twice) -> {
            // The Frobenius norm of the real form is sqrt 2 times that of the complex one.
            if (columns > 0 && Euclidean.norm(block) / Math.sqrt(2) > largest[0]) {
                double[] values = backend.singularValues(block, 2 * kernel.outputs(), columns);
                largest[0] = Math.max(largest[0], values.length == 0 ? 0 : values[0]);
            }
        });
        return largest[0];
    }

    /** Two bounds of a norm, up to rounding. */
    public record Bounds(double lower, double upper) {}

    /**
     * Bounds of the norm for zero padding of any width (up to the kernel less one), input height by width.
     *
     * <p>The upper bound is the circular norm on the smallest grid with room that the stride divides. The lower one is the
     * largest norm of a matrix of the kernel at one offset that meets an input and an output, no better without applying
     * the operator.
     */
    public Bounds zeroPadded(int height, int width, int stride) {
        int tall =
                height == 1 && kernel.height() == 1 ? 1 : roundUp(Math.addExact(height, kernel.height() - 1), stride);
        int wide = roundUp(Math.addExact(width, kernel.width() - 1), stride);
        double lower = 0;
        if (height >= kernel.height() && width >= kernel.width()) {
            for (int a = 0; a < kernel.height(); a++) {
                for (int b = 0; b < kernel.width(); b++) {
                    double[] values = backend.singularValues(kernel.at(a, b), kernel.outputs(), kernel.inputs());
                    lower = Math.max(lower, values.length == 0 ? 0 : values[0]);
                }
            }
        }
        return new Bounds(lower, circular(tall, wide, stride));
    }

    private static int roundUp(int size, int stride) {
        return Math.multiplyExact((size + stride - 1) / stride, stride);
    }

    private interface BlockUse {
        void take(double[] block, int columns, boolean twice);
    }

    private static void check(int height, int width, int stride) {
        if (height < 1 || width < 1 || (long) height * width > MOST_FREQUENCIES) {
            throw new IllegalArgumentException(
                    "grid must have from 1 to " + MOST_FREQUENCIES + " points, was " + height + " x " + width);
        }
        if (stride < 1 || (height > 1 && height % stride != 0) || width % stride != 0) {
            throw new IllegalArgumentException(
                    "stride must divide the grid " + height + " x " + width + ", was " + stride);
        }
    }

    private void forClasses(int height, int width, int stride, BlockUse use) {
        int strideDown = height == 1 ? 1 : stride;
        int rows = height / strideDown;
        int columns = width / stride;
        TransferMatrix transfer = new TransferMatrix(kernel, height, width);
        for (int p = 0; p < rows; p++) {
            for (int q = 0; q < columns; q++) {
                int mirror = (rows - p) % rows * columns + (columns - q) % columns;
                int own = p * columns + q;
                if (own <= mirror) {
                    double[] block = transfer.block(p, q, rows, columns, strideDown, stride);
                    use.take(block, 2 * kernel.inputs() * strideDown * stride, own < mirror);
                }
            }
        }
    }

    @Override
    public String toString() {
        return "norm of a convolution, " + Arrays.toString(kernel.shape());
    }
}
