package io.ringside.topology;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Has properties tried so many times as often as the system property {@code oracle.tries} says. */
final class Tries implements AroundPropertyHook {
    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        int times = Integer.getInteger("oracle.tries", 1);
        int tries = context.attributes().tries().orElseThrow();
        context.attributes().setTries(tries * times);
        return property.execute();
    }
}
