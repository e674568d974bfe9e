package gradlab.benchmarks;

import gradlab.analysis.accelerator.Accelerator;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Times kernels on request, for compare.py: reads lines {@code KERNEL BACKEND n calls} and answers each with the mean processor
 * time of a call in seconds: of the thread that computes, so that neither other programs nor the compiler count.
 */
public final class Stopwatch {
    private Stopwatch() {}

    /** Answers until the input ends. */
    public static void main(String[] arguments) throws IOException {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        Map<String, Kernel.Call> calls = new HashMap<>();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ", -1);
            int n = Integer.parseInt(words[2]);
            Kernel.Call call = calls.computeIfAbsent(
                    words[0] + words[1] + n, key -> Kernel.valueOf(words[0]).prepare(n, Accelerator.valueOf(words[1])));
            int repetitions = Integer.parseInt(words[3]);
            int seen = 0;
            long start = clock.getCurrentThreadCpuTime();
            for (int i = 0; i < repetitions; i++) {
                seen ^= System.identityHashCode(call.run());
            }
            double seconds = (clock.getCurrentThreadCpuTime() - start) * 1e-9 / repetitions;
            System.out.println(seconds + (seen == 1 ? " " : ""));
        }
    }
}
