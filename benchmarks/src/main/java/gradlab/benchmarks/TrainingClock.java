package gradlab.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import gradlab.analysis.accelerator.Accelerator;
import gradlab.analysis.backend.BatchKernels;
import gradlab.analysis.source.SourceText;
import gradlab.dynamics.training.Experiment;
import gradlab.dynamics.training.ExperimentReader;
import gradlab.dynamics.training.RunRecord;
import gradlab.dynamics.training.TrainingRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;

/** Times training runs on request, for train.py: reads lines {@code mlp|lstm native|fixed} and answers with seconds of processor time. */
public final class TrainingClock {
    private static final String COMMON = "loss: cross_entropy\noptimiser: {kind: adam, rate: 0.001}\nbatch: 64\n"
            + "record: {every: 100, updates: false}\n";
    private static final String MLP = "data: {set: digits, train: 1796, scaling: unit}\nepochs: 10\nnetwork:\n"
            + "  - {dense: 128, activation: relu}\n  - {dense: 128, activation: relu}\n  - {dense: 10}\n";
    private static final String LSTM = "data: {set: digits, view: pixels, train: 1796, scaling: unit}\nepochs: 1\n"
            + "network:\n  - {lstm: 128}\n  - {dense: 10}\n";

    private TrainingClock() {}

    /** Of all threads of the process, the compiler's and the collector's too, in nanoseconds. */
    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /** Answers until the input ends. */
    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            String text = COMMON + (words[0].equals("mlp") ? MLP : LSTM);
            Experiment experiment = ExperimentReader.read(new SourceText(words[0] + ".yaml", text));
            BatchKernels kernels =
                    words[1].equals("native") ? Accelerator.nativeBatches() : BatchKernels.fixedOrder();
            long start = processorTime();
            RunRecord run = TrainingRun.withDefaults().withKernels(kernels).of(experiment, 1);
            double seconds = (processorTime() - start) * 1e-9;
            System.out.println(run.steps() > 0 ? seconds : Double.NaN);
        }
    }
}
