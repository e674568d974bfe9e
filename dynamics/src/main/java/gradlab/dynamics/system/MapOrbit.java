package gradlab.dynamics.system;

/** An orbit of a map. */
final class MapOrbit implements Orbit {

    private final Outline outline;
    private final Rule rule;
    private double[] state;
    private double[] next;
    private double[] pushed = new double[0];
    private long steps;

    MapOrbit(Outline outline, Rule rule, double[] state) {
        this.outline = outline;
        this.rule = rule;
        this.state = state;
        this.next = new double[state.length];
    }

    @Override
    public double[] state() {
        return state.clone();
    }

    @Override
    public double stride() {
        return 1;
    }

    @Override
    public void advance() {
        rule.value(state, next);
        move();
    }

    @Override
    public void advance(double[] tangents, int k) {
        int length = Finite.tangents(tangents, state.length, k);
        if (pushed.length != length) {
            pushed = new double[length];
        }
        rule.linearise(state, next);
        rule.push(tangents, 0, k, pushed, 0);
        if (!Finite.all(pushed, length) && Finite.all(tangents, length)) {
            throw failure();
        }
        System.arraycopy(pushed, 0, tangents, 0, length);
        move();
    }

    private void move() {
        if (!Finite.all(next, next.length)) {
            throw failure();
        }
        double[] before = state;
        state = next;
        next = before;
        steps++;
    }

    private OrbitException failure() {
        return new OrbitException(
                outline.name() + ": at step " + (steps + 1) + ", " + rule.failure(state, outline.coordinates()));
    }
}
