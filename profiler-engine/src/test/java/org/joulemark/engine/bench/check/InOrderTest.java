package org.joulemark.engine.bench.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InOrderTest {
    @Test
    void resultsComeInTheOrderOfTheModels() {
        List<String> heard = new ArrayList<>();
        InOrder ordered = new InOrder(result -> heard.add(result.path()));

        ordered.take(1, CheckResult.cannotRun("b", ""));
        assertThat(heard).isEmpty();
        ordered.take(0, CheckResult.cannotRun("a", ""));
        assertThat(heard).containsExactly("a", "b");
        ordered.take(2, CheckResult.cannotRun("c", ""));
        assertThat(heard).containsExactly("a", "b", "c");
    }
}
