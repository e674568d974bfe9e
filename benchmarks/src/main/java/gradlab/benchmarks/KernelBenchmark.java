package gradlab.benchmarks;

import gradlab.analysis.accelerator.Accelerator;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Every {@link Kernel} with both backends. Choose with JMH's {@code -p kernel=QR,NORM -p n=256 -p backend=JAVA}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {
    /** What is measured. */
    @Param
    public Kernel kernel = Kernel.MULTIPLY;

    /** The order of the matrices. */
    @Param({"64", "256"})
    public int n;

    /** The dense kernels underneath. */
    @Param({"JAVA", "NATIVE"})
    public Accelerator backend = Accelerator.JAVA;

    private Kernel.Call call = () -> 0;

    /** Makes the matrices. */
    @Setup
    public void prepare() {
        call = kernel.prepare(n, backend);
    }

    /** The kernel. */
    @Benchmark
    public Object run() {
        return call.run();
    }
}
