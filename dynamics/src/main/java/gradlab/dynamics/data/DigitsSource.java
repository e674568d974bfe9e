package gradlab.dynamics.data;

import gradlab.analysis.random.RandomStream;
import gradlab.analysis.tensor.Shape;
import java.util.Optional;

/**
 * The handwritten {@link Digits}.
 *
 * @param view how an image is laid out
 * @param train how many points are learned from; the others test
 * @param scaling how the inputs are scaled
 */
public record DigitsSource(View view, int train, Scaling scaling) implements DataSource {
    private static final int SIDE = 8;

    /** The layouts. */
    public enum View {
        /** A vector of 64 pixels. */
        FLAT,
        /** An image of one channel. */
        IMAGE,
        /** A sequence of 8 rows. */
        ROWS,
        /** A sequence of 64 pixels. */
        PIXELS
    }

    /** Checks the number of training points. */
    public DigitsSource {
        if (train < 1 || train >= Digits.SIZE) {
            throw new IllegalArgumentException("train must be in [1, " + (Digits.SIZE - 1) + "], was " + train);
        }
    }

    @Override
    public Shape shape() {
        return switch (view) {
            case FLAT -> Shape.of(Digits.PIXELS);
            case IMAGE -> Shape.of(1, SIDE, SIDE);
            case ROWS -> Shape.of(SIDE, SIDE);
            case PIXELS -> Shape.of(Digits.PIXELS, 1);
        };
    }

    @Override
    public int classes() {
        return Digits.CLASSES;
    }

    @Override
    public int answers() {
        return 1;
    }

    @Override
    public int test() {
        return Digits.SIZE - train;
    }

    @Override
    public Optional<DataSource> withLength(int steps) {
        return PrefixSource.of(this, steps);
    }

    @Override
    public DataSet.Split split(long seed) {
        DataSet.Split split = Digits.load().split(train, RandomStream.of(seed, "split"));
        return scaling.apply(split).shaped(shape());
    }
}
