package gradlab.verification.recheck;

import gradlab.verification.recheck.CaseCheck.Answer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Whether boxes fill a region: a region is filled if one box contains it, or if it can be cut in two at a number that no box
 * reaches across, and both parts are filled by the boxes on their side. Boxes that were made by cutting are always found to
 * fill what was cut.
 */
final class Filling {

    private Filling() {}

    /** A region and the boxes that are to fill it. */
    private record Task(List<Side> region, List<List<Side>> boxes) {
        boolean isFilled() {
            return boxes.stream().anyMatch(box -> Side.contain(box, region));
        }
    }

    /** A cut of the boxes in the order of one side: so many of them lie below. */
    private record Cut(int side, Rational at, int below, List<List<Side>> sorted) {
        int distance() {
            return Math.abs(2 * below - sorted.size());
        }
    }

    /** HOLDS if no point of the region is outside all boxes, VIOLATED if a part of it meets none, else UNDECIDED. */
    static Answer of(List<Side> region, List<List<Side>> boxes) {
        Deque<Task> open = new ArrayDeque<>(List.of(new Task(region, boxes)));
        while (!open.isEmpty()) {
            Task task = open.pop();
            if (task.boxes().isEmpty()) {
                return Answer.VIOLATED;
            }
            if (!task.isFilled()) {
                Optional<Cut> cut = cut(task);
                if (cut.isEmpty()) {
                    return Answer.UNDECIDED;
                }
                open.push(part(task, cut.get(), true));
                open.push(part(task, cut.get(), false));
            }
        }
        return Answer.HOLDS;
    }

    private static Task part(Task task, Cut cut, boolean below) {
        List<Side> region = new ArrayList<>(task.region());
        Side side = region.get(cut.side());
        region.set(cut.side(), below ? side.below(cut.at()) : side.above(cut.at()));
        int count = cut.sorted().size();
        return new Task(region, cut.sorted().subList(below ? 0 : cut.below(), below ? cut.below() : count));
    }

    /** The cut that leaves the two parts most alike in the number of boxes. */
    private static Optional<Cut> cut(Task task) {
        Optional<Cut> best = Optional.empty();
        for (int side = 0; side < task.region().size(); side++) {
            Optional<Cut> next = cut(task, side);
            boolean better = best.isEmpty()
                    || (next.isPresent() && next.get().distance() < best.get().distance());
            best = better ? next : best;
        }
        return best;
    }

    private static Optional<Cut> cut(Task task, int side) {
        List<List<Side>> sorted = new ArrayList<>(task.boxes());
        sorted.sort(Comparator.comparing(box -> box.get(side).low(), Side::compareLow));
        Work.count((long) sorted.size());
        Optional<Cut> best = Optional.empty();
        Optional<Rational> reach = sorted.get(0).get(side).high();
        for (int i = 1; i < sorted.size(); i++) {
            Optional<Rational> low = sorted.get(i).get(side).low();
            boolean apart = low.isPresent() && reach.isPresent() && low.get().compareTo(reach.get()) >= 0;
            if (apart && task.region().get(side).hasInside(low.get())) {
                Cut cut = new Cut(side, low.get(), i, sorted);
                best = best.isEmpty() || cut.distance() < best.get().distance() ? Optional.of(cut) : best;
            }
            Optional<Rational> high = sorted.get(i).get(side).high();
            reach = Side.compareHigh(high, reach) > 0 ? high : reach;
        }
        return best;
    }
}
