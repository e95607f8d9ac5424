package io.ringside.schemas.wire;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.apache.kafka.common.config.ConfigException;

/**
 * One address of a registry.
 *
 * @param base what paths are appended to; without credentials, so that it may be shown, and without a slash at its end
 * @param authorization the value of the Authorization header, where there is one
 */
record RegistryEndpoint(String base, Optional<String> authorization) {
    /**
     * The endpoints that a configuration lists.
     *
     * @param userInfo user:password for all of them; where empty, each address may carry its own
     */
    static List<RegistryEndpoint> all(List<String> urls, Optional<String> userInfo) {
        if (urls.isEmpty()) {
            throw new ConfigException("Missing required configuration \"" + RegistryConfig.URL + "\"");
        }
        return urls.stream().map(url -> at(url, userInfo)).toList();
    }

    private static RegistryEndpoint at(String url, Optional<String> userInfo) {
        URI uri = parsed(url);
        Optional<String> credentials =
                userInfo.or(() -> Optional.ofNullable(uri.getRawUserInfo()).map(RegistryEndpoint::unescaped));
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String path = uri.getRawPath() == null ? "" : uri.getRawPath().replaceAll("/+$", "");
        return new RegistryEndpoint(
                uri.getScheme() + "://" + uri.getHost() + port + path, credentials.map(RegistryEndpoint::basic));
    }

    private static URI parsed(String url) {
        // The value stays out of the message: it may hold a password.
        String rule = RegistryConfig.URL + " must list http:// or https:// addresses, or be one mock://name alone";
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigException(rule);
        }
        throw new ConfigException(rule);
    }

    private static String unescaped(String userInfo) {
        return URLDecoder.decode(userInfo.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String basic(String userInfo) {
        return "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
    }

    /** Without the credentials. */
    @Override
    public String toString() {
        return base;
    }
}
