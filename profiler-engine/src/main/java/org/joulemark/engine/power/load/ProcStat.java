package org.joulemark.engine.power.load;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.joulemark.engine.power.KernelFile;

/**
 * CPU times from {@code /proc/stat}, first line, in ticks of USER_HZ: user nice system idle iowait irq softirq steal
 * guest guest_nice (proc(5)); guest times are contained in user and nice.
 */
final class ProcStat implements CpuTimes.Source {
    private final KernelFile file;

    ProcStat(Path procRoot) throws IOException {
        this.file = new KernelFile(procRoot.resolve("stat"), 512);
    }

    @Override
    public CpuTimes read() throws IOException {
        ByteBuffer text = file.read();
        long user = KernelFile.number(text);
        long nice = KernelFile.number(text);
        long system = KernelFile.number(text);
        long idle = KernelFile.number(text);
        long ioWait = KernelFile.number(text);
        long irq = KernelFile.number(text);
        long softIrq = KernelFile.number(text);
        long steal = KernelFile.number(text);
        long busy = user + nice + system + irq + softIrq;
        return new CpuTimes(busy, (double) busy + idle + ioWait + steal);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
