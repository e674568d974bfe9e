package gradlab.analysis.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A stream of pseudo-random numbers that depends only on a seed and a path of task names.
 *
 * <p>{@code RandomStream.of(seed, "initialisation").split(3)} is the same stream wherever and whenever it is made: a split
 * depends on the names, not on what was drawn before, so tasks may run in any order and on any number of threads. The
 * state is the SHA-256 of parent state and name; numbers come from xoshiro256** (blackmanvigna2021). Only exact
 * arithmetic, square roots and {@link StrictMath} are used, so the bits are the same on any machine. Not for
 * cryptography. One stream belongs to one thread; split it for another.
 */
public final class RandomStream {
    private final byte[] key;
    private final Xoshiro256 generator;
    private double spareGaussian;
    private boolean hasSpareGaussian;

    private RandomStream(byte[] key) {
        this.key = key;
        ByteBuffer words = ByteBuffer.wrap(key);
        generator = new Xoshiro256(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    /** The stream of the task with this name under this seed. */
    public static RandomStream of(long seed, String task) {
        return new RandomStream(
                digest(ByteBuffer.allocate(Long.BYTES).putLong(seed).array(), 's', task));
    }

    /** The stream of a named part of this task; independent of what has been drawn from this one. */
    public RandomStream split(String name) {
        return new RandomStream(digest(key, 's', name));
    }

    /** The stream of a numbered part of this task; independent of what has been drawn from this one. */
    public RandomStream split(long number) {
        return new RandomStream(digest(key, 'n', Long.toString(number)));
    }

    private static byte[] digest(byte[] parent, char kind, String name) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(parent);
            sha.update((byte) kind);
            return sha.digest(name.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must provide SHA-256", e);
        }
    }

    /** 64 uniformly distributed bits. */
    public long nextLong() {
        return generator.next();
    }

    /** Uniform on the multiples of 2^-53 in [0, 1). */
    public double nextDouble() {
        return (generator.next() >>> 11) * 0x1p-53;
    }

    /** Uniform on 0, ..., bound - 1, without bias. */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be at least 1, was " + bound);
        }
        long limit = (1L << 62) / bound * bound;
        long draw;
        do {
            draw = generator.next() >>> 2;
        } while (draw >= limit);
        return (int) (draw % bound);
    }

    /** Standard normal, by Marsaglia's polar method (marsagliabray1964); every second call takes the spare of a pair. */
    public double nextGaussian() {
        if (hasSpareGaussian) {
            hasSpareGaussian = false;
            return spareGaussian;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * nextDouble() - 1;
            y = 2 * nextDouble() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double factor = Math.sqrt(-2 * StrictMath.log(square) / square);
        spareGaussian = y * factor;
        hasSpareGaussian = true;
        return x * factor;
    }

    /** {@code count} standard normal numbers in a new array. */
    public double[] gaussians(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("count must not be negative, was " + count);
        }
        double[] numbers = new double[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = nextGaussian();
        }
        return numbers;
    }

    /** A uniformly distributed ordering of 0, ..., n - 1 (Fisher and Yates). */
    public int[] permutation(int n) {
        if (n < 0) {
            throw new IllegalArgumentException("n must not be negative, was " + n);
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
