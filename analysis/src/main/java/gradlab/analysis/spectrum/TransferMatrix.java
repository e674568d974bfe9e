package gradlab.analysis.spectrum;

/** The transfer matrices of a kernel on a circular grid, in real form. */
final class TransferMatrix {
    private final ConvolutionKernel kernel;
    private final int height;
    private final int width;
    private final double[] cosDown;
    private final double[] sinDown;
    private final double[] cosAcross;
    private final double[] sinAcross;
    private final double[][] matrices;

    TransferMatrix(ConvolutionKernel kernel, int height, int width) {
        this.kernel = kernel;
        this.height = height;
        this.width = width;
        cosDown = table(height, false);
        sinDown = table(height, true);
        cosAcross = table(width, false);
        sinAcross = table(width, true);
        matrices = new double[kernel.height() * kernel.width()][];
        for (int k = 0; k < matrices.length; k++) {
            matrices[k] = kernel.at(k / kernel.width(), k % kernel.width());
        }
    }

    /** cos or sin of 2 pi k / n, exact at multiples of a quarter turn. */
    private static double[] table(int n, boolean sine) {
        double[] table = new double[n];
        for (int k = 0; k < n; k++) {
            double turn = 2 * Math.PI * k / n;
            double value = sine ? StrictMath.sin(turn) : StrictMath.cos(turn);
            table[k] = 4L * k % n == 0 ? Math.rint(value) : value;
        }
        return table;
    }

    /**
     * {@code [K(f_1) ... K(f_s)] / sqrt(s)} over the frequencies {@code (p + rows i, q + columns j)}, i below strideDown and
     * j below strideAcross, as a real matrix [[Re, -Im], [Im, Re]].
     */
    double[] block(int p, int q, int rows, int columns, int strideDown, int strideAcross) {
        int inputs = kernel.inputs() * strideDown * strideAcross;
        double[] real = new double[kernel.outputs() * inputs];
        double[] imaginary = new double[real.length];
        double factor = 1 / Math.sqrt((double) strideDown * strideAcross);
        int offset = 0;
        for (int i = 0; i < strideDown; i++) {
            for (int j = 0; j < strideAcross; j++) {
                add(p + rows * i, q + columns * j, factor, real, imaginary, offset, inputs);
                offset += kernel.inputs();
            }
        }
        return realForm(real, imaginary, kernel.outputs(), inputs);
    }

    private void add(int f, int g, double factor, double[] real, double[] imaginary, int offset, int inputs) {
        for (int k = 0; k < matrices.length; k++) {
            int down = (int) ((long) f * (k / kernel.width()) % height);
            int across = (int) ((long) g * (k % kernel.width()) % width);
            double c = factor * (cosDown[down] * cosAcross[across] - sinDown[down] * sinAcross[across]);
            double s = factor * (sinDown[down] * cosAcross[across] + cosDown[down] * sinAcross[across]);
            double[] matrix = matrices[k];
            for (int l = 0; l < matrix.length; l++) {
                int to = l / kernel.inputs() * inputs + offset + l % kernel.inputs();
                real[to] += c * matrix[l];
                imaginary[to] += s * matrix[l];
            }
        }
    }

    private static double[] realForm(double[] real, double[] imaginary, int rows, int columns) {
        double[] form = new double[4 * real.length];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double re = real[i * columns + j];
                double im = imaginary[i * columns + j];
                form[i * 2 * columns + j] = re;
                form[i * 2 * columns + columns + j] = -im;
                form[(rows + i) * 2 * columns + j] = im;
                form[(rows + i) * 2 * columns + columns + j] = re;
            }
        }
        return form;
    }
}
