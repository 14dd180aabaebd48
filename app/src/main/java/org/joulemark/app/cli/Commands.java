package org.joulemark.app.cli;

import java.lang.reflect.Constructor;
import org.joulemark.app.workbench.Workbench;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/**
 * Makes commands by constructor, so that they hold what they need and nothing is global.
 *
 * @param workbench what they work with
 * @param console where they write
 */
record Commands(Workbench workbench, Console console) implements IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 2 && constructor.getParameterTypes()[0] == Workbench.class) {
                constructor.setAccessible(true);
                return type.cast(constructor.newInstance(workbench, console));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
