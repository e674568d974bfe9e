package gradlab.dynamics.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The spellings of loggers. */
class SeriesNameTest {

    @ParameterizedTest
    @CsvSource({
        "loss, LOSS, ''",
        "train/loss, LOSS, ''",
        "train_loss_step, LOSS, ''",
        "Training Loss, LOSS, ''",
        "my-run - train/loss, LOSS, ''",
        "my-run - train/loss__MIN, OTHER, ''",
        "policy_loss, PART_OF_LOSS, ''",
        "val/loss, EVALUATION_LOSS, ''",
        "eval_loss, EVALUATION_LOSS, ''",
        "best_loss, OTHER, ''",
        "loss_scale, LOSS_SCALE, ''",
        "grad_norm, GRADIENT, ''",
        "train/grad_norm, GRADIENT, ''",
        "grad_2.0_norm_total, GRADIENT, ''",
        "grad_2.0_norm/fc1.weight, GRADIENT, fc1.weight",
        "gradients/layer.weight, GRADIENT, layer.weight",
        "gradient_norm/layer3, GRADIENT, layer3",
        "layer1/grad_norm, GRADIENT, layer1",
        "layer1.weight.grad_norm, GRADIENT, layer1.weight",
        "grad_norm_layer1, GRADIENT, layer1",
        "gradient_at/layer2, GRADIENT_AT, layer2",
        "gradient_accumulation_steps, OTHER, ''",
        "clipped_gradient_norm, CLIPPED_GRADIENT, ''",
        "grad_norm_clipped, CLIPPED_GRADIENT, ''",
        "grad_norm_pre_clip, GRADIENT, ''",
        "max_grad_norm, CLIP_LIMIT, ''",
        "gradient_clip_val, CLIP_LIMIT, ''",
        "weight_norm/layer1/branch, WEIGHT, layer1/branch",
        "parameters/fc.weight, WEIGHT, fc.weight",
        "weight_decay, OTHER, ''",
        "update_norm/a, UPDATE, a",
        "learning_rate, RATE, ''",
        "lr-Adam, RATE, ''",
        "sharpness, SHARPNESS, ''",
        "sharpness_threshold, SHARPNESS_LIMIT, ''",
        "sharpness_error, SHARPNESS, error",
        "dead_fraction/relu2, DEAD, relu2",
        "dead_share/layer1, DEAD, layer1",
        "saturated_share/layer1, SATURATED, layer1",
        "zero_share/layer1, OTHER, ''",
        "accuracy, OTHER, ''",
    })
    void whatANameSays(String name, Quantity quantity, String layer) {
        assertThat(SeriesName.of(name)).isEqualTo(new SeriesName(quantity, layer));
    }
}
