package io.ringside.topology;

import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.processor.internals.ProcessorNode;

/**
 * What a processor has left to do before its stores are written ahead of a commit. It may forward, as Kafka Streams' own
 * caches do when they are flushed: what is forwarded is part of the commit.
 */
final class BeforeCommit {
    private BeforeCommit() {}

    /** The action as one of the processor that is being initialised with this context. */
    static Runnable of(ProcessorContext<?, ?> context, Runnable action) {
        InternalProcessorContext<?, ?> internal = (InternalProcessorContext<?, ?>) context;
        ProcessorNode<?, ?, ?, ?> node = internal.currentNode();
        return () -> {
            ProcessorNode<?, ?, ?, ?> before = internal.currentNode();
            internal.setCurrentNode(node);
            try {
                action.run();
            } finally {
                internal.setCurrentNode(before);
            }
        };
    }
}
