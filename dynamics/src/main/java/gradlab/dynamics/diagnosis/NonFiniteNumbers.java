package gradlab.dynamics.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Explosion, its end: a number that is not finite. Real arithmetic has none, so no threshold is needed and nothing but overflow
 * or 0/0 leads there. Of layers that turn non-finite at the same step while others stay finite, the one nearest to the output is named,
 * which the backward pass meets first. A run with a scaled loss overflows now and then on purpose and leaves the update out: there
 * only what does not pass off counts.
 */
final class NonFiniteNumbers implements Detector {
    private static final String ADVICE =
            "Clip the gradient by norm, lower the learning rate or warm it up, and look at the first layer named: its gain is too large";

    private record Place(LogSeries series, int index) {
        long step() {
            return series.step(index);
        }
    }

    @Override
    public List<Finding> look(Course course) {
        List<Place> places = places(course.log());
        if (places.isEmpty()) {
            return course.log().end().map(NonFiniteNumbers::ended).stream().toList();
        }
        long first = places.stream().mapToLong(Place::step).min().orElseThrow();
        List<Place> earliest = places.stream().filter(p -> p.step() == first).toList();
        boolean passed = places.stream().allMatch(NonFiniteNumbers::passesOff) && isScaled(course.log(), places);
        Place shown = earliest.get(0);
        String evidence = shown.series().name() + " is " + shown.series().value(shown.index()) + " at step " + first
                + more(earliest.size() - 1)
                + "; threshold: any number that is not finite, which no exact computation gives"
                + (passed ? "; it passed off, as overflows of a scaled loss do" : "");
        return List.of(new Finding(
                FindingKind.EXPLOSION,
                OptionalLong.of(first),
                layer(course, first),
                evidence,
                passed ? Confidence.halved(0.5) : 1,
                ADVICE,
                "clipping-rescues"));
    }

    private static String more(int others) {
        return others == 0
                ? ""
                : ", and " + others + (others == 1 ? " other series is" : " other series are") + " not finite there";
    }

    private static List<Place> places(RunLog log) {
        List<Place> places = new ArrayList<>();
        for (LogSeries series : log.series()) {
            boolean counts = switch (series.quantity()) {
                case LOSS,
                        PART_OF_LOSS,
                        EVALUATION_LOSS,
                        GRADIENT,
                        GRADIENT_AT,
                        CLIPPED_GRADIENT,
                        WEIGHT,
                        UPDATE,
                        ACTIVATION -> true;
                default -> false;
            };
            if (counts) {
                series.firstNonFinite().ifPresent(i -> places.add(new Place(series, i)));
            }
        }
        places.sort(Comparator.comparingLong(Place::step)
                .thenComparing(p -> !p.series().layer().isEmpty()));
        return places;
    }

    /** Whether finite values follow. */
    private static boolean passesOff(Place place) {
        LogSeries series = place.series();
        return Double.isFinite(series.value(series.size() - 1));
    }

    /** Whether only gradients were hit, and the log shows a loss scale or starts with the search for one. */
    private static boolean isScaled(RunLog log, List<Place> places) {
        boolean gradients = places.stream().allMatch(p -> switch (p.series().quantity()) {
            case GRADIENT, GRADIENT_AT, CLIPPED_GRADIENT -> true;
            default -> false;
        });
        boolean scale = log.whole(Quantity.LOSS_SCALE).isPresent();
        return gradients && (scale || places.stream().allMatch(NonFiniteNumbers::onlyAtTheStart));
    }

    private static boolean onlyAtTheStart(Place place) {
        LogSeries series = place.series();
        int i = 0;
        while (i < series.size() && !Double.isFinite(series.value(i))) {
            i++;
        }
        int bad = series.size() - series.finite().size();
        return place.index() == 0 && bad == i;
    }

    private static Optional<String> layer(Course course, long step) {
        for (Quantity quantity : new Quantity[] {
            Quantity.GRADIENT, Quantity.GRADIENT_AT, Quantity.WEIGHT, Quantity.ACTIVATION, Quantity.UPDATE
        }) {
            List<LogSeries> layers = course.log().layers(quantity);
            List<LogSeries> hit =
                    layers.stream().filter(s -> isNonFiniteAt(s, step)).toList();
            if (!hit.isEmpty() && hit.size() < layers.size()) {
                return Optional.of(hit.get(hit.size() - 1).layer());
            }
        }
        return LayerGrowth.fastest(course.log().layers(Quantity.GRADIENT), step);
    }

    private static boolean isNonFiniteAt(LogSeries series, long step) {
        return series.firstNonFinite().isPresent()
                && series.step(series.firstNonFinite().getAsInt()) == step;
    }

    private static Finding ended(RunLog.End end) {
        String[] words = end.where().split(" ", -1);
        String last = words[words.length - 1];
        return new Finding(
                FindingKind.EXPLOSION,
                OptionalLong.of(end.step()),
                last.matches("(?:layer\\d.*|output)") ? Optional.of(last) : Optional.empty(),
                "the run ended at step " + end.step() + ": " + end.where()
                        + " was not finite; threshold: any number that is not finite, which no exact computation gives",
                1,
                ADVICE,
                "clipping-rescues");
    }
}
