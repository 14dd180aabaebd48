package org.joulemark.engine.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.joulemark.engine.model.Configuration;
import org.joulemark.engine.model.DeviceId;
import org.joulemark.engine.model.Finding;
import org.joulemark.engine.model.ModelFacts;
import org.joulemark.engine.model.ProviderId;
import org.joulemark.engine.model.Severity;
import org.joulemark.engine.onnx.ModelInspector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder with a cpuinfo is a processor. */
class Int8KernelsTest {
    private static final Configuration CPU = new Configuration(ProviderId.CPU, DeviceId.CPU, 1, 1);

    @TempDir
    Path proc;

    private Optional<Finding> finding(String cpuinfo, String model, Configuration configuration) throws Exception {
        Files.writeString(proc.resolve("cpuinfo"), cpuinfo);
        ModelFacts facts = ModelInspector.inspect(Path.of("../packaging/samples", model));
        return Int8Kernels.of(proc, "amd64").finding(facts, configuration);
    }

    @Test
    void int8WithoutVnniIsAFindingWithARemedy() throws Exception {
        String epyc =
                "processor\t: 0\nflags\t\t: fpu sse4_1 avx avx2\n\nprocessor\t: 1\nflags\t\t: fpu sse4_1 avx avx2\n";

        assertThat(finding(epyc, "digits-v3-int8.onnx", CPU)).hasValueSatisfying(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.text()).contains("no VNNI", "saturate");
            assertThat(finding.remedy()).contains("reduce_range", "u8u8");
        });
        assertThat(finding(epyc, "digits-v1-baseline.onnx", CPU)).isEmpty();
        Configuration cuda = new Configuration(new ProviderId("cuda"), DeviceId.gpu(0), 1, 1);
        assertThat(finding(epyc, "digits-v3-int8.onnx", cuda)).isEmpty();
    }

    @Test
    void processorsThatMultiplyExactlyAreNone() throws Exception {
        for (String flags : new String[] {
            "flags\t\t: fpu sse4_1 avx2 avx512f avx512_vnni\n", "flags\t\t: fpu sse4_1 avx2 avx_vnni\n"
        }) {
            assertThat(finding(flags, "digits-v3-int8.onnx", CPU)).isEmpty();
        }
        ModelFacts int8 = ModelInspector.inspect(Path.of("../packaging/samples/digits-v3-int8.onnx"));
        assertThat(Int8Kernels.of(proc.resolve("none"), "aarch64").finding(int8, CPU))
                .isEmpty();
    }

    @Test
    void aProcessorThatDoesNotTellIsSaidNotToBeKnown() throws Exception {
        assertThat(finding("", "digits-v3-int8.onnx", CPU)).hasValueSatisfying(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.NOTE);
            assertThat(finding.text()).contains("not known");
        });
        assertThat(finding("", "digits-v1-baseline.onnx", CPU)).isEmpty();
    }
}
