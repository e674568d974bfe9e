package gradlab.verification.recheck;

/** How much the check at hand may do, counted in the same way on every machine, and how precisely. */
final class Work {
    /** The bits that numbers are rounded to. */
    static final int FULL = 208;
    /** The bits in a first look at a box. */
    static final int QUICK = 96;

    private static final long MOST = 30_000_000;
    private static final ThreadLocal<Work> AT_HAND = ThreadLocal.withInitial(() -> new Work(FULL));

    private final int bits;
    private long done;

    private Work(int bits) {
        this.bits = bits;
    }

    /** Begins a check on this thread. */
    static void start(int bits) {
        AT_HAND.set(new Work(bits));
    }

    /** To how many bits numbers are rounded. */
    static int bits() {
        return AT_HAND.get().bits;
    }

    /** How many terms of a series are taken: so many to full precision, or enough for the quick one. */
    static long terms(long full, long quick) {
        return bits() > QUICK ? full : quick;
    }

    /** Counts an operation on so many bits, weighted by the square of their length. */
    static void spend(long bits) {
        count((1 + bits / 1024) * (1 + bits / 1024));
    }

    /** Counts so much work as done. */
    static void count(long units) {
        Work work = AT_HAND.get();
        work.done += units;
        if (work.done > MOST) {
            throw NoValue.undecided("more work than a check may do");
        }
    }
}
