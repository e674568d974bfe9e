package gradlab.reports.document;

import java.util.regex.Pattern;

/**
 * The command that replays a witness, as a person can paste it into a shell.
 *
 * @param folder the folder of the run, as the user names it
 * @param experiments the user's folder of experiments, empty if there is none
 */
public record ReplayCommand(String folder, String experiments) {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=-]+");

    /** The commands for the witnesses in a folder, of claims that need no experiments of the user's. */
    public static ReplayCommand in(String folder) {
        return new ReplayCommand(folder, "");
    }

    /** The command for the witness of a claim. */
    public String of(String id) {
        String place = (folder.endsWith("/") ? folder : folder + "/") + "witnesses/" + id + ".json";
        String own = experiments.isEmpty() ? "" : " --experiments " + quoted(safe(experiments));
        return "./gradlab replay " + quoted(safe(place)) + own;
    }

    /** A path that is taken for no option. */
    private static String safe(String path) {
        return path.startsWith("-") ? "./" + path : path;
    }

    /** A word as a shell takes it. */
    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
