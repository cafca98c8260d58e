package vn.thucchat.foundation.pages;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.util.Locale;
import org.slf4j.LoggerFactory;

/**
 * Lowers the priority of the running thread at the operating system: it takes processors that nobody else wants, and a
 * smaller part of those that others do. Java's own priorities do nothing on Linux unless the whole virtual machine is started
 * for them.
 */
final class LowPriority {

    /** Less than half of the weight of an ordinary thread (sched(7)): a sign-in still comes soon beside other work. */
    private static final int NICE = 4;

    private static final int PRIO_PROCESS = 0;
    private static final int THIS_THREAD = 0;

    private LowPriority() {}

    /** Does nothing on other systems than Linux, where the same call would take the whole process. */
    @SuppressWarnings("restricted") // the scripts start Java with --enable-native-access
    static void ofThisThread() {
        if (!System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux")) return;
        try {
            Linker linker = Linker.nativeLinker();
            var setPriority = linker.downcallHandle(
                    linker.defaultLookup().findOrThrow("setpriority"),
                    FunctionDescriptor.of(
                            ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT));
            int refused = (int) setPriority.invokeExact(PRIO_PROCESS, THIS_THREAD, NICE);
            if (refused != 0)
                LoggerFactory.getLogger(LowPriority.class).warn("The priority of a thread stays as it is");
        } catch (Throwable unavailable) {
            LoggerFactory.getLogger(LowPriority.class).warn("The priority of a thread stays as it is", unavailable);
        }
    }
}
