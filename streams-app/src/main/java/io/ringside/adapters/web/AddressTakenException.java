package io.ringside.adapters.web;

/** Nobody can be served at the address that was configured. The message says which, and is meant for a person. */
public final class AddressTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AddressTakenException(String host, int port, Throwable cause) {
        super(
                "Cannot listen on " + host + ":" + port + ": the port is taken or not allowed (web.host, web.port)",
                cause);
    }
}
