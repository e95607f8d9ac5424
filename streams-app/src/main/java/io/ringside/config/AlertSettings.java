package io.ringside.config;

/** When somebody is told. */
public record AlertSettings(ServiceLevelAlert serviceLevel, LongestWaitAlert longestWait) {
    static AlertSettings read(Section alerts) {
        return new AlertSettings(
                alerts.section("serviceLevel", ServiceLevelAlert::read),
                alerts.section("longestWait", LongestWaitAlert::read));
    }
}
