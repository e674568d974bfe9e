package gradlab.dynamics.diagnosis;

import java.util.List;
import java.util.Optional;

/** Which layer's norm left its usual range first, or furthest. */
final class LayerGrowth {
    private static final double TEN = Math.log(10);

    private LayerGrowth() {}

    /** The layer whose last finite norm before a step is the largest multiple, ten at least, of its own median before. */
    static Optional<String> fastest(List<LogSeries> layers, long before) {
        String best = "";
        double most = TEN;
        for (LogSeries layer : layers) {
            Track track = Track.ofNorm(layer);
            int last = track.size() - 1;
            while (last >= 0 && track.step(last) >= before) {
                last--;
            }
            if (last > 0) {
                double growth = track.value(last) - track.level(track.lowest());
                best = growth > most ? layer.layer() : best;
                most = Math.max(most, growth);
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** The layer whose norm first stays above ten times its lowest level; of those at the same step the one that grew most. */
    static Optional<String> first(List<LogSeries> layers) {
        String best = "";
        long earliest = Long.MAX_VALUE;
        double most = 0;
        for (LogSeries layer : layers) {
            Track track = Track.ofNorm(layer);
            if (track.size() < 3) {
                continue;
            }
            double base = track.level(track.lowest());
            double growth = track.risen() - base;
            if (growth > TEN) {
                long onset = track.step(track.onsetAbove(base + TEN));
                boolean better = onset < earliest || (onset == earliest && growth > most);
                best = better ? layer.layer() : best;
                most = better ? growth : most;
                earliest = Math.min(earliest, onset);
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }
}
