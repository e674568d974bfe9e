package gradlab.dynamics.feedback;

import gradlab.analysis.backend.DenseBackend;
import gradlab.analysis.backend.DenseKernels;
import gradlab.analysis.spectrum.Euclidean;

/**
 * The blocks of the eigenvalue problems of {@link LevelFrequencies}: A, P = B B'/g and Q = C'C/g of a loop without a direct path.
 * With one, G v = g u and G* u = g v say v = E (g B'w + D'C x), u = F (g C x + D B'w), E = (g^2 I - D'D)^-1, F = (g^2 I - D D')^-1,
 * so A + B E D'C, g B E B' and g C'F C stand for them.
 */
final class LevelMatrices {
    private final DenseBackend backend;
    private final boolean isDirect;
    private final double[] a;
    private final double[] b;
    private final double[] c;
    private final double[] d;
    private final int n;
    private final int inputs;
    private final int outputs;
    private final double[] p;
    private final double[] q;

    /** The blocks at a level, n x n each, P of the size of Q. Nobody changes the entries. */
    static final class Pieces {
        private final double[] a;
        private final double[] p;
        private final double[] q;

        private Pieces(double[] a, double[] p, double[] q) {
            this.a = a;
            this.p = p;
            this.q = q;
        }

        double a(int place) {
            return a[place];
        }

        double p(int place) {
            return p[place];
        }

        double q(int place) {
            return q[place];
        }
    }

    LevelMatrices(LinearLoop loop, boolean turned, DenseBackend backend) {
        this.backend = backend;
        this.isDirect = loop.isDirect();
        this.n = loop.order();
        this.inputs = loop.input().columns();
        this.outputs = loop.output().rows();
        this.a = signed(loop.state().toArray(), turned);
        this.b = loop.input().toArray();
        this.c = signed(loop.output().toArray(), turned);
        this.d = loop.feedthrough().toArray();
        this.p = backend.multiply(b, DenseKernels.transpose(b, n, inputs), n, inputs, n);
        this.q = backend.multiply(DenseKernels.transpose(c, outputs, n), c, n, outputs, n);
    }

    private static double[] signed(double[] entries, boolean turned) {
        for (int i = 0; turned && i < entries.length; i++) {
            entries[i] = -entries[i];
        }
        return entries;
    }

    Pieces at(double level) {
        return isDirect ? direct(level) : balanced(a, divided(p, level), divided(q, level));
    }

    private static double[] divided(double[] entries, double level) {
        double[] result = entries.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] /= level;
        }
        return result;
    }

    private Pieces direct(double level) {
        double[] bt = DenseKernels.transpose(b, n, inputs);
        double[] ct = DenseKernels.transpose(c, outputs, n);
        double[] dt = DenseKernels.transpose(d, outputs, inputs);
        double[] eb = solved(level, backend.multiply(dt, d, inputs, outputs, inputs), bt, inputs);
        double[] fc = solved(level, backend.multiply(d, dt, outputs, inputs, outputs), c, outputs);
        // B E D'C = B D'F C.
        double[] bd = backend.multiply(b, dt, n, inputs, outputs);
        double[] added = backend.multiply(bd, fc, n, outputs, n);
        for (int i = 0; i < added.length; i++) {
            added[i] = a[i] + added[i] / level;
        }
        return balanced(added, backend.multiply(b, eb, n, inputs, n), backend.multiply(ct, fc, n, outputs, n));
    }

    /** {@code g (g^2 I - S)^-1 Y}, as {@code (g I - S/g)^-1 Y}, for Y of {@code rows} x n. */
    private double[] solved(double level, double[] square, double[] y, int rows) {
        double[] matrix = new double[square.length];
        for (int i = 0; i < square.length; i++) {
            matrix[i] = (i % (rows + 1) == 0 ? level : 0) - square[i] / level;
        }
        return LinearEquations.solve(backend, matrix, y, rows, n);
    }

    /** A diagonal similarity that gives P and Q the same size. */
    private static Pieces balanced(double[] a, double[] p, double[] q) {
        double sizeP = Euclidean.norm(p);
        double sizeQ = Euclidean.norm(q);
        double ratio = sizeP > 0 && sizeQ > 0 ? Math.sqrt(sizeQ) / Math.sqrt(sizeP) : 1;
        for (int i = 0; i < p.length; i++) {
            p[i] *= ratio;
            q[i] /= ratio;
        }
        return new Pieces(a, p, q);
    }
}
