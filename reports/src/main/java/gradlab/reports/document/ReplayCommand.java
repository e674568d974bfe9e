package gradlab.reports.document;

import java.util.regex.Pattern;

/** The command that replays a witness, as a person can paste it into a shell. */
public final class ReplayCommand {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=-]+");

    private ReplayCommand() {}

    /** The command for the witness of a claim in the folder of a run. */
    public static String of(String folder, String id) {
        String place = (folder.endsWith("/") ? folder : folder + "/") + "witnesses/" + id + ".json";
        return "./gradlab replay " + quoted(place.startsWith("-") ? "./" + place : place);
    }

    /** A word as a shell takes it. */
    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
