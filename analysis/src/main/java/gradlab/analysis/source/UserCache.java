package gradlab.analysis.source;

import java.nio.file.Path;

/** Where a user's caches are: {@code gradlab} in {@code $XDG_CACHE_HOME} or else in {@code ~/.cache}. */
public final class UserCache {

    private UserCache() {}

    /** The folder of one cache; nothing is made. */
    public static Path folder(String name) {
        String cache = System.getenv("XDG_CACHE_HOME");
        boolean usable = cache != null && Path.of(cache).isAbsolute();
        Path base = usable ? Path.of(String.valueOf(cache)) : Path.of(System.getProperty("user.home", "."), ".cache");
        return base.resolve("gradlab").resolve(name);
    }
}
