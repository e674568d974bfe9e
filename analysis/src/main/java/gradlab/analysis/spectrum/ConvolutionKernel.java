package gradlab.analysis.spectrum;

/**
 * The kernel of a two-dimensional convolution (cross-correlation, as networks have it), immutable; one dimension is height 1.
 * Dilation is a kernel with zeros in between.
 */
public final class ConvolutionKernel {
    private final int outputs;
    private final int inputs;
    private final int height;
    private final int width;
    private final double[] entries;

    private ConvolutionKernel(int outputs, int inputs, int height, int width, double[] entries) {
        this.outputs = outputs;
        this.inputs = inputs;
        this.height = height;
        this.width = width;
        this.entries = entries;
    }

    /**
     * A kernel with these entries, laid out as outputs, inputs, height, width, the last fastest.
     *
     * @throws IllegalArgumentException unless the entries number their product and are finite
     */
    public static ConvolutionKernel of(int outputs, int inputs, int height, int width, double... entries) {
        if (outputs < 0 || inputs < 0 || height < 1 || width < 1) {
            throw new IllegalArgumentException("kernel must have channels >= 0 and sides >= 1, was " + outputs + " x "
                    + inputs + " x " + height + " x " + width);
        }
        long size = Math.multiplyExact(Math.multiplyExact((long) outputs, inputs), (long) height * width);
        if (entries.length != size) {
            throw new IllegalArgumentException("entries must number " + size + ", were " + entries.length);
        }
        for (int i = 0; i < entries.length; i++) {
            if (!Double.isFinite(entries[i])) {
                throw new IllegalArgumentException("entries[" + i + "] must be finite, was " + entries[i]);
            }
        }
        return new ConvolutionKernel(outputs, inputs, height, width, entries.clone());
    }

    /** The same kernel with {@code dilation - 1} zeros between its entries. */
    public ConvolutionKernel dilated(int dilation) {
        if (dilation < 1) {
            throw new IllegalArgumentException("dilation must be at least 1, was " + dilation);
        }
        int tall = Math.addExact(Math.multiplyExact(height - 1, dilation), 1);
        int wide = Math.addExact(Math.multiplyExact(width - 1, dilation), 1);
        double[] spread = new double[Math.toIntExact((long) outputs * inputs * tall * wide)];
        for (int k = 0; k < entries.length; k++) {
            int b = k % width;
            int a = k / width % height;
            int pair = k / (width * height);
            spread[(pair * tall + a * dilation) * wide + b * dilation] = entries[k];
        }
        return new ConvolutionKernel(outputs, inputs, tall, wide, spread);
    }

    /** Channels of the output. */
    public int outputs() {
        return outputs;
    }

    /** Channels of the input. */
    public int inputs() {
        return inputs;
    }

    /** Rows. */
    public int height() {
        return height;
    }

    /** Columns. */
    public int width() {
        return width;
    }

    /** Outputs, inputs, height, width. */
    int[] shape() {
        return new int[] {outputs, inputs, height, width};
    }

    /** The outputs by inputs matrix at an offset, in a new array. */
    public double[] at(int row, int column) {
        double[] matrix = new double[outputs * inputs];
        for (int k = 0; k < matrix.length; k++) {
            matrix[k] = entries[(k * height + row) * width + column];
        }
        return matrix;
    }
}
