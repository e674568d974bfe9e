package gradlab.analysis.source;

/**
 * How many bytes one file may make the program hold. What a header announces is taken from it before anything is
 * allocated, so that a file that lies about its size costs a line and not the heap.
 */
public final class MemoryAllowance {
    private final String file;
    private long left;

    private MemoryAllowance(String file, long bytes) {
        this.file = file;
        this.left = bytes;
    }

    /** So many bytes for the file of this name. */
    public static MemoryAllowance of(String file, long bytes) {
        if (bytes < 0) {
            throw new IllegalArgumentException("bytes must not be negative, was " + bytes);
        }
        return new MemoryAllowance(file, bytes);
    }

    /** This part of the largest heap that the program may have. */
    public static MemoryAllowance ofHeap(String file, int oneIn) {
        if (oneIn < 1) {
            throw new IllegalArgumentException("oneIn must be positive, was " + oneIn);
        }
        return of(file, Runtime.getRuntime().maxMemory() / oneIn);
    }

    /**
     * Takes {@code count} items of {@code width} bytes each.
     *
     * @param what what a message calls them, with their number
     * @throws SourceException if not so much is left
     */
    public void take(long count, int width, String what) {
        if (count < 0 || count > left / width) {
            throw SourceException.in(
                    file, what, "what fits into " + left + " bytes, the part of the heap kept for it (-Xmx raises it)");
        }
        left -= count * width;
    }
}
