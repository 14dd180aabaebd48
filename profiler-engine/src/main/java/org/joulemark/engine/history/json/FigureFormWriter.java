package org.joulemark.engine.history.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.PropertyName;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.ser.VirtualBeanPropertyWriter;
import com.fasterxml.jackson.databind.util.Annotations;
import com.fasterxml.jackson.databind.util.SimpleBeanPropertyDefinition;
import org.joulemark.engine.model.Quantity;

/** Writes the field that says whether a figure is a quantity or absent. */
final class FigureFormWriter extends VirtualBeanPropertyWriter {
    static final String PROPERTY = "figure";
    static final String QUANTITY = "quantity";
    static final String ABSENT = "absent";
    private static final long serialVersionUID = 1L;

    /** For Jackson, which asks {@link #withConfig} for the real one. */
    FigureFormWriter() {}

    private FigureFormWriter(BeanPropertyDefinition property, Annotations annotations, JavaType type) {
        super(property, annotations, type);
    }

    @Override
    protected Object value(Object figure, JsonGenerator out, SerializerProvider provider) {
        return figure instanceof Quantity ? QUANTITY : ABSENT;
    }

    @Override
    public VirtualBeanPropertyWriter withConfig(
            MapperConfig<?> config, AnnotatedClass owner, BeanPropertyDefinition property, JavaType type) {
        BeanPropertyDefinition named = SimpleBeanPropertyDefinition.construct(
                config, property.getPrimaryMember(), PropertyName.construct(PROPERTY));
        return new FigureFormWriter(named, owner.getAnnotations(), type);
    }
}
