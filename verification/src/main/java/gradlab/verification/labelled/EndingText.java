package gradlab.verification.labelled;

import gradlab.analysis.source.SourceException;
import gradlab.analysis.source.SourceText;
import gradlab.dynamics.training.RunRecord.NonFinite;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The end of a run as a summary of one line, in JSON, with the number that was not finite where {@code gradlab diagnose} looks
 * for it. Scores and losses are strings, so that NaN and Infinity keep their bits.
 *
 * @param identity what determines the run
 * @param ending how it ended
 * @param nonFinite where a number was not finite, if one was not
 */
record EndingText(String identity, Ending ending, Optional<NonFinite> nonFinite) {
    private static final Pattern FORM =
            Pattern.compile("\\{\"schema\": 1, \"run\": \"(?<run>[^\"\\\\]*)\", \"nonFinite\": "
                    + "(?:null|\\{\"step\": (?<step>\\d{1,9}), \"where\": \"(?<where>[^\"\\\\]*)\"}), \"score\": \"(?<score>[^\"]*)\", "
                    + "\"loss\": \"(?<loss>[^\"]*)\"}\n");

    String text() {
        String where = nonFinite
                .map(n -> String.format(Locale.ROOT, "{\"step\": %d, \"where\": \"%s\"}", n.step(), n.where()))
                .orElse("null");
        return "{\"schema\": 1, \"run\": \"" + identity + "\", \"nonFinite\": " + where + ", \"score\": \""
                + ending.score() + "\", \"loss\": \"" + ending.loss() + "\"}\n";
    }

    static EndingText read(SourceText source) {
        Matcher form = FORM.matcher(source.text());
        if (!form.matches()) {
            throw SourceException.in(source.name(), "another text", "the end of a labelled run, as it was written");
        }
        Optional<NonFinite> nonFinite = Optional.ofNullable(form.group("step"))
                .map(step -> new NonFinite(Integer.parseInt(step), form.group("where")));
        OptionalLong step =
                nonFinite.isPresent() ? OptionalLong.of(nonFinite.get().step()) : OptionalLong.empty();
        Ending ending =
                new Ending(step, Double.parseDouble(form.group("score")), Double.parseDouble(form.group("loss")));
        return new EndingText(form.group("run"), ending, nonFinite);
    }
}
