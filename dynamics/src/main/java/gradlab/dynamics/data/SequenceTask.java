package gradlab.dynamics.data;

import gradlab.analysis.random.RandomStream;
import gradlab.analysis.tensor.Shape;
import java.util.Locale;
import java.util.Optional;

/**
 * A task on sequences whose points are drawn from the seed.
 *
 * @param kind which
 * @param length the free length: steps; of a copying task, steps between the symbols and their repetition
 * @param train how many points are learned from
 * @param test how many are not
 */
public record SequenceTask(Kind kind, int length, int train, int test) implements DataSource {
    /** Symbols of a copying task, and how many are to be copied. */
    static final int ALPHABET = 8;

    static final int COPIED = 10;

    /** The tasks. */
    public enum Kind {
        /**
         * Pairs of a uniform number in [0, 1) and a marker: the sum of the two marked numbers, one in either half
         * (hochreiterschmidhuber1997).
         */
        ADDING,
        /**
         * Ten of eight symbols, then blanks with a signal to begin ten steps before the end, from which on the symbols are to
         * be said; blanks before (arjovsky2016). A step is one-hot.
         */
        COPYING,
        /** The same, a step a whole number from 0 to 9. */
        COPYING_TOKENS,
        /** Bits: whether those up to the end are odd in number. */
        PARITY,
        /** Bits: at every step whether those so far are odd in number. */
        RUNNING_PARITY;

        boolean copies() {
            return this == COPYING || this == COPYING_TOKENS;
        }
    }

    private int steps() {
        return kind.copies() ? length + 2 * COPIED : length;
    }

    @Override
    public Shape shape() {
        return Shape.of(
                steps(),
                switch (kind) {
                    case ADDING -> 2;
                    case COPYING -> ALPHABET + 2;
                    default -> 1;
                });
    }

    @Override
    public int classes() {
        return switch (kind) {
            case ADDING -> 0;
            case COPYING, COPYING_TOKENS -> ALPHABET + 1;
            case PARITY, RUNNING_PARITY -> 2;
        };
    }

    @Override
    public int answers() {
        return kind.copies() || kind == Kind.RUNNING_PARITY ? steps() : 1;
    }

    @Override
    public Optional<DataSource> withLength(int steps) {
        int other = steps - (shape().length(0) - length);
        return other < 1 ? Optional.empty() : Optional.of(new SequenceTask(kind, other, train, test));
    }

    @Override
    public DataSet.Split split(long seed) {
        RandomStream random =
                RandomStream.of(seed, kind.name().toLowerCase(Locale.ROOT)).split(length);
        return new DataSet.Split(points(train, random.split("train")), points(test, random.split("test")));
    }

    private DataSet points(int count, RandomStream random) {
        double[] inputs = new double[count * shape().size()];
        int[] labels = new int[classes() == 0 ? 0 : count * answers()];
        double[] targets = new double[classes() == 0 ? count : 0];
        for (int i = 0; i < count; i++) {
            switch (kind) {
                case ADDING -> targets[i] = add(inputs, i * 2 * length, random);
                case COPYING, COPYING_TOKENS -> copy(inputs, labels, i, random);
                case PARITY, RUNNING_PARITY -> count(inputs, labels, i, random);
            }
        }
        return classes() == 0
                ? DataSet.targeted(shape(), inputs, targets)
                : DataSet.labelled(shape(), classes(), inputs, labels);
    }

    private double add(double[] inputs, int at, RandomStream random) {
        for (int t = 0; t < length; t++) {
            inputs[at + 2 * t] = random.nextDouble();
        }
        int half = length / 2;
        int first = random.nextInt(half);
        int second = half + random.nextInt(length - half);
        inputs[at + 2 * first + 1] = 1;
        inputs[at + 2 * second + 1] = 1;
        return inputs[at + 2 * first] + inputs[at + 2 * second];
    }

    private void copy(double[] inputs, int[] labels, int point, RandomStream random) {
        int steps = steps();
        int[] tokens = new int[steps];
        for (int t = 0; t < COPIED; t++) {
            tokens[t] = 1 + random.nextInt(ALPHABET);
            labels[point * steps + steps - COPIED + t] = tokens[t];
        }
        tokens[steps - COPIED - 1] = ALPHABET + 1;
        for (int t = 0; t < steps; t++) {
            if (kind == Kind.COPYING) {
                inputs[(point * steps + t) * (ALPHABET + 2) + tokens[t]] = 1;
            } else {
                inputs[point * steps + t] = tokens[t];
            }
        }
    }

    private void count(double[] inputs, int[] labels, int point, RandomStream random) {
        int odd = 0;
        for (int t = 0; t < length; t++) {
            int bit = random.nextInt(2);
            inputs[point * length + t] = bit;
            odd ^= bit;
            if (kind == Kind.RUNNING_PARITY) {
                labels[point * length + t] = odd;
            }
        }
        if (kind == Kind.PARITY) {
            labels[point] = odd;
        }
    }
}
