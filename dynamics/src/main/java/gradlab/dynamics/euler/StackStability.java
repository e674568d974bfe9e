package gradlab.dynamics.euler;

import java.util.List;

/**
 * A residual stack as Forward Euler.
 *
 * @param of what it was found in
 * @param layers each layer, in the order of computation
 * @param largestStep the largest h that is stable for every layer, were it that of all; 0 if a layer has none
 * @param largestScale the largest factor of all branches with which every layer is stable; 0 if a layer has none
 * @param growth of each run of layers that follow one another with nothing between, the growth by depth
 * @param method how the numbers were found
 * @param advice what to do
 */
public record StackStability(
        String of,
        List<LayerStability> layers,
        double largestStep,
        double largestScale,
        List<GrowthProfile> growth,
        String method,
        String advice) {
    /** Copies the lists. */
    public StackStability {
        layers = List.copyOf(layers);
        growth = List.copyOf(growth);
    }

    /** Whether every outermost eigenvalue was found. */
    public boolean converged() {
        return layers.stream().allMatch(layer -> layer.spectrum().converged());
    }
}
