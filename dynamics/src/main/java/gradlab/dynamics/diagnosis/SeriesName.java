package gradlab.dynamics.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a series says: which quantity, and of which layer. Loggers spell the same in many ways
 * ({@code grad_norm}, {@code gradients/layer.weight}, {@code grad_2.0_norm/layer.weight}, {@code layer1/weight_norm}); one
 * list of patterns, the first that fits, reads them all. What is left of a name around the pattern is the layer.
 *
 * @param quantity the quantity
 * @param layer the layer, or nothing for the whole network
 */
record SeriesName(Quantity quantity, String layer) {

    private static final int LONGEST = 1_024;
    private static final SeriesName UNKNOWN = new SeriesName(Quantity.OTHER, "");

    /** What may stand around a quantity without being a layer. */
    private static final Set<String> SCOPES =
            Set.of("train", "training", "global", "total", "all", "batch", "step", "mean", "avg", "model", "metrics");

    /** Statistics that are not the quantity itself, and records of the best so far. */
    private static final Pattern DERIVED = Pattern.compile(
            "__(?:min|max)$|(?:^|[/._ -])(?:best|std|var|variance|ratio|min|median|prev|previous|target)(?:[/._ -]|$)"
                    + "|cosine|noise_scale|histogram_count");

    private static final Pattern EVALUATION =
            Pattern.compile("(?:^|[/._ -])(?:eval|evaluation|val|valid|validation|test|dev|holdout)(?:[/._ -]|$)");

    private static final Pattern LOSS = Pattern.compile(
            "(?:(?:train|training|eval|evaluation|val|valid|validation|test|dev)[/._ -])*(?:total_|batch_|mean_|avg_|running_)?"
                    + "(?:loss|nll|cross_entropy|ce_loss|mse|mse_loss|objective|training_loss)(?:[/._ -](?:step|epoch|batch|train|training|total|mean))?");

    private static final Pattern PART_OF_LOSS = Pattern.compile("(?:^|.*[/._ -])loss(?:[/._ -].*)?");

    private record Rule(Quantity quantity, Pattern pattern) {
        static Rule of(Quantity quantity, String pattern) {
            return new Rule(quantity, Pattern.compile("(?:^|(?<=[/._ -]))(?:" + pattern + ")(?=[/._ -]|$)"));
        }
    }

    private static final String GRADIENT_NORM =
            "(?:gradients?|grads?)(?:_(?:\\d(?:\\.\\d)?|l2|inf))?_?norms?(?:_total)?|(?:l2_|total_)?norm_of_gradients?";

    /** Longer spellings first: the first rule that fits decides. */
    private static final List<Rule> RULES = List.of(
            Rule.of(Quantity.LOSS_SCALE, "(?:loss|grad|amp|scaler)_?scale(?:r)?"),
            Rule.of(
                    Quantity.CLIP_LIMIT,
                    "max_(?:grad|gradient)_norm|(?:grad|gradient)_clip(?:ping)?(?:_(?:val|value|norm|threshold|limit))?"
                            + "|clip(?:ping)?_(?:norm|threshold|value|limit|grad_norm|max_norm)|clip_?limit"),
            Rule.of(
                    Quantity.CLIPPED_GRADIENT,
                    "(?:post_?clip(?:ped)?_|clipped_)(?:grad|gradient)s?_norms?"
                            + "|(?:grad|gradient)s?_norms?_(?:clipped|post_?clip|after_?clip(?:ping)?)"
                            + "|(?:grad|gradient)_clipped_norm"),
            Rule.of(
                    Quantity.GRADIENT,
                    "(?:pre_?clip(?:ped)?_|raw_|unclipped_|total_|global_)(?:" + GRADIENT_NORM + ")"
                            + "|(?:grad|gradient)s?_norms?_(?:pre_?clip|raw|unclipped|before_?clip(?:ping)?|total|mean|avg)"),
            Rule.of(Quantity.GRADIENT_AT, "gradient_at|activation_grad(?:ient)?(?:_norm)?s?|grad_output(?:_norm)?"),
            Rule.of(Quantity.GRADIENT, GRADIENT_NORM),
            Rule.of(Quantity.UPDATE, "updates?(?:_norms?)?"),
            Rule.of(Quantity.WEIGHT, "(?:weight|weights|param|params|parameter|parameters)_(?:l2_)?norms?"),
            Rule.of(Quantity.SHARPNESS_LIMIT, "(?:sharpness|stability|eos)_(?:threshold|limit)"),
            Rule.of(
                    Quantity.SHARPNESS,
                    "sharpness|lambda_max|(?:top_|max_|largest_)?hessian(?:_(?:top|max|largest))?_(?:eig|eigs|eigenvalue|norm)"
                            + "|(?:max|top|largest)_(?:hessian_)?eig(?:envalue)?"),
            Rule.of(
                    Quantity.DEAD,
                    "dead_(?:relus?_|units?_|neurons?_)?(?:share|fraction|frac|ratio|rate|pct|percent)|dead_(?:units|neurons|relus?)"
                            + "|(?:fraction|frac|share|ratio|pct|percent)_dead|dead"),
            Rule.of(
                    Quantity.SATURATED,
                    "saturat(?:ed|ion)(?:_(?:units?_|neurons?_)?(?:share|fraction|frac|ratio|rate|pct|percent))?"
                            + "|(?:fraction|frac|share|ratio|pct|percent)_saturated"),
            Rule.of(Quantity.MOMENTUM, "momentum|beta_?1?"),
            Rule.of(Quantity.RATE, "learning_?rate|lr-[a-z]+(?:/pg\\d+)?|lr|rate|step_size"),
            Rule.of(Quantity.ACTIVATION, "activations?(?:_(?:norm|rms|mean|std|max))?|act_(?:norm|rms|mean|std|max)"),
            Rule.of(Quantity.GRADIENT, "(?:gradients?|grads?)(?![_ -])"),
            Rule.of(Quantity.WEIGHT, "weights?_?norms?|(?:weights|parameters?|params)(?![_ -])"));

    static SeriesName of(String name) {
        int run = name.lastIndexOf(" - ");
        String own = run < 0 ? name.strip() : name.substring(run + 3).strip();
        String lower = own.toLowerCase(Locale.ROOT);
        if (own.isEmpty() || own.length() > LONGEST || lower.length() != own.length()) {
            return UNKNOWN;
        }
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(lower);
            if (matcher.find()) {
                String layer = layer(own.substring(0, matcher.start()), own.substring(matcher.end()));
                boolean setting = rule.quantity() == Quantity.CLIP_LIMIT || rule.quantity() == Quantity.RATE;
                boolean derived = !setting
                        && (DERIVED.matcher(lower).find()
                                || EVALUATION.matcher(lower).find());
                return derived ? UNKNOWN : new SeriesName(rule.quantity(), layer);
            }
        }
        return loss(lower);
    }

    private static SeriesName loss(String lower) {
        if (DERIVED.matcher(lower).find()) {
            return UNKNOWN;
        }
        boolean evaluation = EVALUATION.matcher(lower).find();
        if (LOSS.matcher(lower).matches()) {
            return new SeriesName(evaluation ? Quantity.EVALUATION_LOSS : Quantity.LOSS, "");
        }
        boolean part = PART_OF_LOSS.matcher(lower).matches();
        Quantity quantity = evaluation ? Quantity.EVALUATION_LOSS : Quantity.PART_OF_LOSS;
        return part ? new SeriesName(quantity, "") : UNKNOWN;
    }

    private static String layer(String before, String after) {
        String left = trimmed(before);
        String right = trimmed(after);
        return left.isEmpty() || right.isEmpty() ? left + right : left + "/" + right;
    }

    /** Without separators at the ends and without scopes such as {@code train/} in front. */
    private static String trimmed(String text) {
        String left = text.replaceAll("^[/._ -]+|[/._ -]+$", "");
        int end = left.split("[/._ -]", 2)[0].length();
        if (!SCOPES.contains(left.substring(0, end).toLowerCase(Locale.ROOT))) {
            return left;
        }
        return end == left.length() ? "" : trimmed(left.substring(end));
    }
}
