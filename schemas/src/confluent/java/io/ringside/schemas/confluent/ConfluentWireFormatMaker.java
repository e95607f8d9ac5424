package io.ringside.schemas.confluent;

import java.util.Map;

import io.ringside.schemas.wire.WireFormat;

/** Makes Confluent's serde available under {@code wire.format=confluent}. */
public final class ConfluentWireFormatMaker implements WireFormat.Maker {
    @Override
    public String name() {
        return "confluent";
    }

    @Override
    public WireFormat open(Map<String, ?> config) {
        return new ConfluentWireFormat(config);
    }
}
