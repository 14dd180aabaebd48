package org.joulemark.engine.power;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KernelFileTest {
    private static ByteBuffer text(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void numbersAreFoundAmongOtherText() throws IOException {
        ByteBuffer line = text("cpu  12 0\t345\n");
        assertThat(KernelFile.number(line)).isEqualTo(12);
        assertThat(KernelFile.number(line)).isZero();
        assertThat(KernelFile.number(line)).isEqualTo(345);
        assertThatThrownBy(() -> KernelFile.number(line)).hasMessageContaining("no number");
    }

    @Test
    void aNegativeNumberIsNotItsAbsoluteValue() {
        assertThatThrownBy(() -> KernelFile.number(text("-7\n")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("negative number");
        assertThatThrownBy(() -> KernelFile.number(text("cpu -12 3"))).hasMessageContaining("negative number");
    }
}
