package gradlab.dynamics.lyapunov;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import gradlab.dynamics.system.*;
import org.junit.jupiter.api.Test;

class LyapunovSpectrumTest {
    static void show(LyapunovResult r, long t) {
        System.out.println(r.system()+" steps "+r.steps()+" stride "+r.stride()+" conv "+r.converged()+" ms "+(System.nanoTime()-t)/1000000+" "+r.kaplanYorke()+" "+r.entropyRate());
        r.exponents().stream().limit(4).forEach(e -> System.out.println("   "+e));
        r.checks().forEach(c -> System.out.println("   "+c));
    }
    @Test void t() {
        for (DynamicalSystem s : new DynamicalSystem[]{Examples.henon(0.1,0.1), Examples.logistic(3.9,.3), Examples.logistic(3.83,.3), Examples.logistic(4,.3), Examples.tent(.3), Examples.cat()}) {
            long t=System.nanoTime();
            show(LyapunovSpectrum.withDefaults().of(s), t);
        }
        for (int n : new int[]{50,100}) {
            long t=System.nanoTime();
            show(LyapunovSpectrum.withDefaults().withSteps(4000).of(DenseNetworkMap.random("net", n, 2, 1)), t);
            t=System.nanoTime();
            show(LyapunovSpectrum.withDefaults().withSteps(4000).of(DenseNetworkMap.randomUnitsLast("net", n, 2, 1)), t);
        }
    }
}
