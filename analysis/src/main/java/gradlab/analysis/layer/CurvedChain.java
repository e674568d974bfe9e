package gradlab.analysis.layer;

import java.util.ArrayList;
import java.util.List;

/**
 * Curved linearisations one after another.
 *
 * @param stages the first applied first
 * @param offsets where the parameters of each stand after those of the chain
 */
public record CurvedChain(List<Linearisation> stages, List<Integer> offsets) {
    /** Copies the lists. */
    public CurvedChain {
        stages = List.copyOf(stages);
        offsets = List.copyOf(offsets);
    }

    /** Whether all stages are curved. */
    public boolean isCurved() {
        return stages.stream().allMatch(Curved::is);
    }

    private Curved stage(int i) {
        return (Curved) stages.get(i);
    }

    /** How the values before each stage move, and those after the last. */
    public List<double[]> moved(double[] dx, double[] direction, int offset) {
        List<double[]> all = new ArrayList<>(List.of(dx));
        for (int i = 0; i < stages.size(); i++) {
            all.add(stage(i).moved(all.get(i), direction, offset + offsets.get(i)));
        }
        return all;
    }

    /** {@link Curved#backwardMoved} of the chain. */
    public double[] backwardMoved(
            List<double[]> moved, double[] direction, double[] dy, double[] ddy, double[] change, int offset) {
        double[] flowing = dy;
        double[] flowingMoved = ddy;
        for (int i = stages.size() - 1; i >= 0; i--) {
            flowingMoved = stage(i).backwardMoved(
                            moved.get(i), direction, flowing, flowingMoved, change, offset + offsets.get(i));
            flowing = stages.get(i).vjp(flowing);
        }
        return flowingMoved;
    }
}
