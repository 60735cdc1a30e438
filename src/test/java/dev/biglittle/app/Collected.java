package dev.biglittle.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;

/** Whether something is given up once nobody uses it. */
public final class Collected {
    private Collected() {
    }

    public static void await(WeakReference<?> unused) throws InterruptedException {
        for (int i = 0; i < 100 && unused.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(unused.get()).isNull();
    }
}
