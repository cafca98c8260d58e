package vn.thucchat.foundation.identity.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/**
 * Reads the seconds of processor that processes have used, from {@code /proc} of Linux, in its ticks of 10 ms: whatever
 * else is at work on the machine, these say what an act costs.
 */
@NullMarked
final class ProcessorTime {

    private static final double TICKS_A_SECOND = 100;
    /** Of what follows the name of the program: {@code utime, stime, cutime, cstime}. */
    private static final int UTIME = 11;

    private ProcessorTime() {}

    /** Of a process alone: user and system. */
    static double of(long pid) {
        return seconds(pid, 2);
    }

    /** Of a process, those it has started and those of them that have ended, whose times their parent keeps. */
    static double ofAll(long pid) {
        ProcessHandle parent = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(parent), parent.descendants())
                .mapToDouble(one -> seconds(one.pid(), 4))
                .sum();
    }

    private static double seconds(long pid, int columns) {
        Path file = Path.of("/proc/" + pid + "/stat");
        try {
            String line = Files.readString(file);
            String[] columnsAfterName =
                    line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            long ticks = 0;
            for (int i = 0; i < columns; i++) ticks += Long.parseLong(columnsAfterName[UTIME + i]);
            return ticks / TICKS_A_SECOND;
        } catch (IOException e) {
            // one that has just ended: its parent has its time
            if (!Files.exists(file)) return 0;
            throw new UncheckedIOException(e);
        }
    }
}
