package org.joulemark.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.joulemark.engine.model.ExecutionProvider;
import org.joulemark.engine.model.ExecutionProviders;
import org.junit.jupiter.api.Test;

/** The worker has a call for each provider on offer. */
class ProviderCallsTest {
    @Test
    void everyProviderOnOfferHasACall() throws Exception {
        for (ExecutionProvider provider : ExecutionProviders.ALL) {
            assertThat(ProviderCalls.named(provider.id().value())).isEqualTo(provider);
        }
    }

    @Test
    void anotherIsRefused() {
        assertThatThrownBy(() -> ProviderCalls.named("rocm"))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("rocm");
    }
}
