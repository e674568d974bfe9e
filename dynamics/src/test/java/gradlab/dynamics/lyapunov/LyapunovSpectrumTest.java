package gradlab.dynamics.lyapunov;

import gradlab.dynamics.system.*;
import org.junit.jupiter.api.Test;

class LyapunovSpectrumTest {
    static void show(LyapunovResult r, long t) {
        System.out.println(r.system()+" steps "+r.steps()+" stride "+r.stride()+" conv "+r.converged()+" ms "+(System.nanoTime()-t)/1000000+" "+r.kaplanYorke()+" "+r.entropyRate());
        r.exponents().stream().limit(4).forEach(e -> System.out.println("   "+e));
        r.checks().forEach(c -> System.out.println("   "+c));
    }
    @Test void t() {
        for (String s : new String[]{"logistic:r=3.83","lorenz","roessler","van-der-pol","lorenz:rho=10","logistic:r=4", "ikeda","standard","baker","gauss"}) {
            long t=System.nanoTime();
            try { show(LyapunovSpectrum.withDefaults().of(SystemSource.of(s)), t);} catch (Exception e) { System.out.println(s+" "+e);}
        }
    }
}
