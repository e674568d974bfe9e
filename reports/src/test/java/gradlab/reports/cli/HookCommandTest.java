package gradlab.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The script for PyTorch, in PyTorch, where the system has it (Debian: python3-torch). */
class HookCommandTest {
    private static final String PYTHON = "/usr/bin/python3";

    private static final String TRAINING = """
            import torch
            from gradlab_log import GradlabLog
            torch.manual_seed(1)
            model = torch.nn.Sequential(torch.nn.Linear(4, 8), torch.nn.ReLU(), torch.nn.Linear(8, 8), torch.nn.Tanh(),
                                        torch.nn.Linear(8, 1))
            optimizer = torch.optim.SGD(model.parameters(), lr=RATE, momentum=0.5)
            x = torch.randn(64, 4)
            y = x.sum(dim=1, keepdim=True)
            log = GradlabLog(model, "run.jsonl")
            for step in range(60):
                optimizer.zero_grad()
                loss = ((model(x) - y) ** 2).mean()
                loss.backward()
                log.step(step, loss, optimizer)
                optimizer.step()
            log.save("state.npz")
            log.close()
            print(sum(float((p.grad.double() ** 2).sum()) for p in model.parameters()) ** 0.5)
            """;

    @TempDir
    private Path folder;

    private String python(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = PYTHON;
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        Path out = folder.resolve("printed");
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        return process.exitValue() == 0 ? Files.readString(out).strip() : "failed: " + Files.readString(out);
    }

    private String train(String rate) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of(PYTHON)), "no " + PYTHON + ": the hook was not tried in PyTorch");
        String version = python("-c", "import torch; print(torch.__version__)");
        assumeTrue(!version.startsWith("failed"), "no python3-torch: the hook was not tried in PyTorch");
        Files.writeString(
                folder.resolve("gradlab_log.py"),
                CommandRun.of("hook", "pytorch").out());
        Files.writeString(folder.resolve("train.py"), TRAINING.replace("RATE", rate));
        return python("train.py");
    }

    @Test
    void theScriptIsPrinted() {
        CommandRun run = CommandRun.of("hook", "pytorch");
        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("class GradlabLog").endsWith("\n");
        assertThat(CommandRun.of("hook", "tensorflow").status()).isEqualTo(2);
    }

    @Test
    void aRunOfPyTorchThatLearnsIsHealthy() throws IOException, InterruptedException {
        double norm = Double.parseDouble(train("0.05"));
        CommandRun run = CommandRun.of("diagnose", folder.resolve("run.jsonl").toString(), "--json");
        assertThat(run.out()).contains("\"healthy\": true");
        assertThat(run.status()).isZero();
        String last = Files.readAllLines(folder.resolve("run.jsonl")).get(59);
        JsonNode row = JsonMapper.shared().readTree(last);
        assertThat(row.get("gradient_norm").doubleValue())
                .isCloseTo(norm, org.assertj.core.api.Assertions.within(1e-9 * norm));
        assertThat(row.propertyNames())
                .contains(
                        "gradient_norm/0.weight",
                        "weight_norm/4.bias",
                        "dead_share/1",
                        "saturated_share/3",
                        "momentum");
        CommandRun model = CommandRun.of("model", folder.resolve("state.npz").toString());
        assertThat(model.status()).isZero();
        assertThat(model.out()).contains("0.weight", "4.bias");
    }

    @Test
    void aRunOfPyTorchThatExplodesIsFound() throws IOException, InterruptedException {
        train("30.0");
        CommandRun run = CommandRun.of("diagnose", folder.resolve("run.jsonl").toString(), "--json");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).contains("\"kind\": \"explosion\"");
    }
}
