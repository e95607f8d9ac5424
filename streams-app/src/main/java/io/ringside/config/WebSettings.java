package io.ringside.config;

/**
 * Where the wallboard, metrics and health are served.
 *
 * @param host the address to listen on; this machine alone unless told otherwise, as there is no access control
 * @param port 0 takes any free port
 */
public record WebSettings(String host, int port) {
    private static final Knob<String> HOST = Knob.of(
                    "host", Notation.TEXT, "127.0.0.1", "the address to listen on; 0.0.0.0 in a container")
            .must(new Rule<>("a host name or address", host -> host.matches("[A-Za-z0-9._:%\\[\\]-]+")));
    private static final Knob<Integer> PORT = Knob.of(
                    "port", Notation.WHOLE, 8080, "the port of pages, metrics and health; 0 is any that is free")
            .must(Rule.between(0, 65_535));

    public WebSettings {
        HOST.checked(host);
        PORT.checked(port);
    }

    static WebSettings read(Section web) {
        return new WebSettings(web.get(HOST), web.get(PORT));
    }
}
