package gradlab.dynamics.system;

import gradlab.analysis.random.RandomStream;

/**
 * A random or given recurrent network of tanh units as a map of its state: h ↦ W tanh(g h), whose derivative is
 * W diag(g sech²(g h)), or h ↦ tanh(W h), whose derivative is diag(sech²(W h)) W. The two are the same dynamics seen before and
 * after the units: with W' = g W their exponents agree (sompolinsky1988 has the form in continuous time).
 */
public final class DenseNetworkMap implements Outlined {

    /** Most units: W then fills 800 MB. */
    static final int MOST_UNITS = 10_000;

    private final Outline outline;
    private final double[] weights;
    private final double gain;
    private final boolean unitsLast;

    private DenseNetworkMap(Outline outline, double[] weights, double gain, boolean unitsLast) {
        int n = outline.dimension();
        if (weights.length != (long) n * n || !Finite.all(weights, weights.length)) {
            throw new IllegalArgumentException("weights must be " + n + " by " + n + " finite numbers");
        }
        if (!(gain >= 0 && gain < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("gain must be finite and not negative, was " + gain);
        }
        this.outline = outline;
        this.weights = weights;
        this.gain = gain;
        this.unitsLast = unitsLast;
    }

    /** h ↦ W tanh(g h). */
    public static DenseNetworkMap unitsFirst(String name, double[] weights, double gain, double[] start) {
        return new DenseNetworkMap(Outline.numbered(name, "h", start), weights.clone(), gain, false);
    }

    /** h ↦ tanh(W h). */
    public static DenseNetworkMap unitsLast(String name, double[] weights, double[] start) {
        return new DenseNetworkMap(Outline.numbered(name, "h", start), weights.clone(), 1, true);
    }

    /** h ↦ W tanh(g h) with W ~ N(0, 1/n) and a standard normal start, both drawn from the seed. */
    public static DenseNetworkMap random(String name, int n, double gain, long seed) {
        return new DenseNetworkMap(start(name, n, seed), gaussian(n, 1, seed), gain, false);
    }

    /** h ↦ tanh(W h) with W ~ N(0, g²/n) and a standard normal start, both drawn from the seed. */
    public static DenseNetworkMap randomUnitsLast(String name, int n, double gain, long seed) {
        return new DenseNetworkMap(start(name, n, seed), gaussian(n, gain, seed), 1, true);
    }

    static Outline start(String name, int n, long seed) {
        if (n < 1 || n > MOST_UNITS) {
            throw new IllegalArgumentException("n must be from 1 to " + MOST_UNITS + ", was " + n);
        }
        return Outline.numbered(name, "h", RandomStream.of(seed, "start").gaussians(n));
    }

    /** An n × n matrix of independent N(0, g²/n), drawn row by row. */
    static double[] gaussian(int n, double gain, long seed) {
        double[] entries = RandomStream.of(seed, "weights").gaussians(n * n);
        double deviation = gain / Math.sqrt(n);
        for (int i = 0; i < entries.length; i++) {
            entries[i] *= deviation;
        }
        return entries;
    }

    /** W, n × n, row-major; a new array. */
    public double[] weights() {
        return weights.clone();
    }

    /** g. */
    public double gain() {
        return gain;
    }

    /** Whether the derivative is diag(s) W, as for tanh(W h); otherwise it is W diag(s). */
    public boolean rowsScaled() {
        return unitsLast;
    }

    @Override
    public Outline outline() {
        return outline;
    }

    @Override
    public Clock clock() {
        return Clock.STEP;
    }

    @Override
    public ScaledOrbit orbit(double[] from) {
        double[] state = Finite.state(from, dimension());
        return new DenseNetworkOrbit(outline.name(), weights, gain, unitsLast, t -> new double[0], state);
    }
}
